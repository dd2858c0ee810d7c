import type { Person } from '../../domain/collaboration.ts';
import type { CheckOutResults, MeetingCheckOut } from '../../domain/meetings/check-out.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { oncePer } from '../results/read-overview.ts';

export type CheckOutState =
  | { readonly is: 'not open'; readonly mayOpen: boolean }
  /** `answered`: undefined where it is fewer than k. */
  | { readonly is: 'open'; readonly checkOut: MeetingCheckOut; readonly zone: string; readonly answered: number | undefined }
  | { readonly is: 'closed'; readonly checkOut: MeetingCheckOut; readonly results: CheckOutResults };

const mayOpen = async (unit: Unit, person: Person): Promise<boolean> => {
  const member = await unit.members.of(person);
  return member !== undefined && (member.chair || member.integrationManager);
};

/** How a meeting was left, for everybody in the channel: counts until it closes, then what was published. The read of results is logged (P12). */
export const readCheckOut =
  ({ store, clock }: { readonly store: Store; readonly clock: Clock }) =>
  (who: Inside, meeting: number): Promise<CheckOutState> =>
    store.within(who.collaboration, async (unit) => {
      if ((await unit.meetings.find(meeting)) === undefined) throw new Refused('no such meeting');
      const checkOut = await unit.checkOuts.find(meeting);
      if (checkOut === undefined) return { is: 'not open', mayOpen: await mayOpen(unit, who.person) };
      if (checkOut.results === undefined) {
        const answered = await unit.checkOuts.answered(meeting);
        const { zone } = await unit.collaboration();
        return { is: 'open', checkOut, zone, answered: answered < checkOut.k ? undefined : answered };
      }
      await unit.note('results read', who.person, { checkOut: meeting }, clock(), oncePer);
      return { is: 'closed', checkOut, results: checkOut.results };
    });
