import type { Collaboration, Language } from '../../domain/collaboration.ts';
import type { LocalQuestion } from '../../domain/local-question.ts';
import { longestQuestion, mostProposed, namesTooOften, shortestQuestion } from '../../domain/local-question.ts';
import { looksLikePatientData } from '../../domain/patient-data.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Entered } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

export type QuestionsView = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  /** What may be asked, and what waits to be decided; without what was declined. */
  readonly questions: readonly LocalQuestion[];
  readonly mayDecide: boolean;
};

/** As it will stand on a card: on one line. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const view = async (unit: Unit, who: Entered): Promise<QuestionsView> => {
  const collaboration = await unit.collaboration();
  return {
    language: who.language ?? collaboration.language,
    collaboration,
    questions: (await unit.localQuestions.all()).filter(({ state }) => state !== 'declined'),
    mayDecide: (await unit.members.of(who.person))?.integrationManager ?? false,
  };
};

/** Questions the partners write themselves (product.md, section 1): proposed by a member, taken up or declined by an integration manager. */
export const localQuestions = ({ store, clock }: Needs) => ({
  /** Changes nothing. */
  read: (who: Entered): Promise<QuestionsView> => store.within(who.collaboration, (unit) => view(unit, who)),

  /** May it run twice? Yes: a question that is there already is not proposed again. */
  propose: (who: Entered, written: string): Promise<QuestionsView> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const member = await unit.members.of(who.person);
      if (member === undefined) throw new Refused('not a member');
      const text = tidy(written);
      if (text.length < shortestQuestion || text.length > longestQuestion) throw new Refused('question too short or too long');
      if (namesTooOften(text)) throw new Refused('names the partner too often');
      if (looksLikePatientData(text)) throw new Refused('looks like patient data');
      const known = await unit.localQuestions.all();
      if (known.some((one) => one.state !== 'declined' && one.text === text)) return await view(unit, who);
      if (known.filter(({ state }) => state === 'proposed').length >= mostProposed) throw new Refused('too many proposed');
      const { id } = await unit.localQuestions.propose(text, member.id);
      await unit.note('question proposed', who.person, { question: id }, clock());
      return await view(unit, who);
    }),

  /** A round that has been launched keeps its own copy. May it run twice? Yes: the same decision again changes nothing. */
  decide: (who: Entered, id: number, state: 'approved' | 'declined'): Promise<QuestionsView> =>
    store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      const question = (await unit.localQuestions.all()).find((one) => one.id === id);
      if (question === undefined) throw new Refused('not understood');
      if (question.state !== state) {
        await unit.localQuestions.decide(id, state);
        await unit.note(`question ${state}`, who.person, { question: id }, clock());
      }
      return await view(unit, who);
    }),
});
