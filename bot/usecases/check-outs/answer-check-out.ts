import type { Collaboration } from '../../domain/collaboration.ts';
import type { CheckOutAnswer, MeetingCheckOut } from '../../domain/meetings/check-out.ts';
import { takesAnswers } from '../../domain/meetings/check-out.ts';
import type { CheckOutFacts } from '../../domain/message.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Entered } from '../gate.ts';
import { isPlaced, refuseClosed } from '../gate.ts';
import { checkOutFacts } from './check-out-facts.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

export type CheckOutView =
  /** `answer`: what this person has said so far. */
  | { readonly is: 'mine'; readonly facts: CheckOutFacts; readonly answer: CheckOutAnswer }
  | { readonly is: 'closed'; readonly facts: CheckOutFacts }
  /** The person has not said which organisation they answer for. */
  | { readonly is: 'question of place'; readonly collaboration: Collaboration; readonly meeting: number };

/** One's own view of a meeting's check-out, and its two taps. Who they are and what they say are looked up apart (method.md, P11). */
export const answerCheckOut = ({ store, pseudonyms, clock }: Needs) => {
  type Found = { readonly checkOut: MeetingCheckOut; readonly facts: CheckOutFacts; readonly placeless?: Collaboration };

  const find = (who: Entered, meeting: number): Promise<Found> =>
    store.within(who.collaboration, async (unit) => {
      const checkOut = await unit.checkOuts.find(meeting);
      if (checkOut === undefined) throw new Refused('no such meeting');
      refuseClosed(await unit.collaboration());
      const facts = await checkOutFacts(unit, checkOut, who.language);
      if (isPlaced(await unit.members.of(who.person))) return { checkOut, facts };
      return { checkOut, facts, placeless: await unit.collaboration() };
    });

  /** What stands in the way of an answer is shown instead. */
  const step = async (
    who: Entered,
    meeting: number,
    take: (facts: CheckOutFacts) => Promise<CheckOutView>,
  ): Promise<CheckOutView> => {
    const { checkOut, facts, placeless } = await find(who, meeting);
    if (!takesAnswers(checkOut, clock())) return { is: 'closed', facts };
    return placeless === undefined ? await take(facts) : { is: 'question of place', collaboration: placeless, meeting };
  };

  return {
    /** Changes nothing. */
    view: (who: Entered, meeting: number): Promise<CheckOutView> =>
      step(who, meeting, async (facts) => {
        const pseudonym = await pseudonyms.of(who.collaboration, who.person);
        const answer = await store.within(who.collaboration, (unit) => unit.checkOuts.answerOf(meeting, pseudonym));
        return { is: 'mine', facts, answer: answer ?? {} };
      }),

    /** Durable when the promise resolves. May it run twice? Yes: an answer replaces the same person's answer before. */
    record: (who: Entered, meeting: number, said: CheckOutAnswer): Promise<CheckOutView> =>
      step(who, meeting, async (facts) => {
        const pseudonym = await pseudonyms.of(who.collaboration, who.person);
        const answer = await store.within(who.collaboration, (unit) => unit.checkOuts.record(meeting, pseudonym, said, clock()));
        return answer === 'not open' ? { is: 'closed', facts } : { is: 'mine', facts, answer };
      }),
  };
};
