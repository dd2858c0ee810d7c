import type { MeetingCheckOut } from '../../domain/meetings/check-out.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { checkOutOf, tooGoodToBeTrue } from '../../domain/scoring/check-out.ts';
import { hidden } from '../../domain/scoring/results.ts';
import type { ItemValue } from '../../domain/scoring/network-wide-results.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Messenger } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { placesOf } from '../sending/places.ts';
import { checkOutFacts } from './check-out-facts.ts';

type Needs = { readonly store: Store; readonly messenger: Messenger; readonly clock: Clock; readonly log: Log };

/** "We talk openly about what is difficult", as the latest round of the six practices published it. */
const openTalk = async (unit: Unit): Promise<ItemValue> => {
  const latest = (await unit.snapshots.all()).findLast(
    ({ results }) => results.mode === 'network' && results.instrument === 'six practices',
  );
  if (latest?.results.mode !== 'network' || latest.results.instrument !== 'six practices') return hidden;
  return latest.results.items.PR4;
};

/** No answer after it, what is published with it, and the answers gone. False: it was closed before. */
export const publishCheckOut = async (unit: Unit, { meeting, k }: MeetingCheckOut, now: Date): Promise<boolean> => {
  const sums = await unit.checkOuts.sums(meeting);
  if (sums === undefined) return false;
  const results = checkOutOf(sums.energy, sums.said, k);
  await unit.checkOuts.close(meeting, { ...results, tooGood: tooGoodToBeTrue(await openTalk(unit), results.said) }, now);
  await unit.note('check-out closed', undefined, { meeting }, now);
  return true;
};

/**
 * By the clock, at its closing time: in one transaction no answer after it, what is published with it, and the answers gone. May it run
 * twice? Yes: what is closed stays as it is.
 */
export const closeCheckOut =
  ({ store, clock }: Pick<Needs, 'store' | 'clock'>) =>
  (collaboration: CollaborationId, meeting: number): Promise<void> =>
    store.within(collaboration, async (unit) => {
      const found = await unit.checkOuts.find(meeting);
      if (found === undefined || found.closed !== undefined) return;
      const now = clock();
      // The queue goes by the database's clock: where that is ahead of ours, this is too early, and there is no other job.
      if (found.closes > now) {
        await unit.enqueue({ name: 'close check-out', collaboration, meeting }, { after: found.closes });
        return;
      }
      if (await publishCheckOut(unit, found, now)) await unit.enqueue({ name: 'show check-out', collaboration, meeting });
    });

/** Its card in the channel says that it is closed. May it run twice? Yes: it says the same again. */
export const showCheckOut =
  ({ store, messenger, log }: Needs) =>
  async (collaboration: CollaborationId, meeting: number): Promise<void> => {
    const shown = await store.within(collaboration, async (unit) => {
      // Brought up to date when messages are started again.
      if (!(await unit.sending.mayBegin())) return undefined;
      const checkOut = await unit.checkOuts.find(meeting);
      if (checkOut?.closed === undefined) return undefined;
      const { homeTenant } = await unit.collaboration();
      const places = placesOf(await unit.deliveries.ofMeeting(meeting, 'check-out'), homeTenant);
      return { places, message: { kind: 'check-out closed', facts: await checkOutFacts(unit, checkOut) } as const };
    });
    if (shown === undefined) return;
    for (const place of shown.places) {
      const sent = await messenger.update(place, shown.message);
      if (sent.outcome === 'later' || sent.outcome === 'unknown')
        throw new Error('the card of a check-out is to be updated again');
      if (sent.outcome !== 'sent') log.warn({ collaboration, meeting, sent }, 'the card of a check-out could not be updated');
    }
  };
