import { textRefusal } from '../../../domain/actions/agreeing.ts';
import { meetingLimits } from '../../../domain/meetings/meeting.ts';
import { onOneLine } from '../../../domain/set-up.ts';
import { Refused } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import type { Unit } from '../../../ports/unit.ts';
import type { Inside } from '../../gate.ts';
import { leadersOnly, meetingAt } from './leading.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** `request` names what asks for it. `was`: the words that are replaced, as they were read. */
export type DecisionChange =
  | { readonly is: 'decide'; readonly request: string; readonly text: string }
  | { readonly is: 'word'; readonly decision: number; readonly text: string; readonly was: string }
  | { readonly is: 'drop'; readonly decision: number };

const checked = (typed: string): string => {
  const text = onOneLine(typed);
  const refusal = textRefusal(text);
  if (refusal !== undefined) throw new Refused(refusal === 'action incomplete' ? 'set-up incomplete' : refusal);
  return text;
};

const reworded = async (unit: Unit, meeting: number, { decision, text: typed, was }: Extract<DecisionChange, { is: 'word' }>) => {
  const text = checked(typed);
  const stored = (await unit.meetings.decisions(meeting)).find(({ id }) => id === decision);
  if (stored?.text === text) return;
  if (stored?.text !== was) throw new Refused('changed meanwhile');
  await unit.meetings.changeDecision(meeting, { id: decision, text });
};

/**
 * What the meeting decided, written down by whoever leads it, while it is held and afterwards.
 * May it run twice? Yes: a request decides once, words that stand already are no change, and what is gone is gone.
 */
export const writeDecisions =
  ({ store, clock }: Needs) =>
  (who: Inside, number: number, change: DecisionChange): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await leadersOnly(unit, who.person);
      await meetingAt(unit, number);
      switch (change.is) {
        case 'decide': {
          const text = checked(change.text);
          const all = await unit.meetings.decisions(number);
          if (all.length >= meetingLimits.decisions) throw new Refused('set-up incomplete');
          await unit.meetings.decide(number, text, change.request, clock());
          return;
        }
        case 'word':
          await reworded(unit, number, change);
          return;
        case 'drop':
          await unit.meetings.dropDecision(number, change.decision);
      }
    });
