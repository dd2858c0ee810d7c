import type { Calendar } from '../../../domain/calendar.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import { agreeAction } from '../../actions/agree-action.ts';
import type { Agreed, AgreedWish } from '../../actions/agree-action.ts';
import type { Speaking } from '../../actions/people.ts';
import { meetingAt } from '../meeting-at.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * An action that is agreed in a meeting, and remembers which, and the focus area it came from. By any member, as everywhere; also while the
 * meeting is being ended. May it run twice? Yes, as `agreeAction`.
 */
export const agreeInMeeting =
  (needs: Needs) =>
  async (
    who: Speaking,
    number: number,
    request: string,
    { area, ...wish }: Omit<AgreedWish, 'source'> & { readonly area?: string },
  ): Promise<Agreed> => {
    const { date } = await needs.store.within(who.collaboration, (unit) => meetingAt(unit, number));
    const source = { from: 'meeting', date, number, ...(area === undefined ? {} : { area }) } as const;
    return await agreeAction(needs)(who, request, { ...wish, source });
  };
