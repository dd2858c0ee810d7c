import type { Collaboration, Organisation } from '../../domain/collaboration.ts';
import { itemsFor } from '../../domain/instrument.ts';
import type { Item } from '../../domain/instrument.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import type { Answer, Participation, Round } from '../../domain/round.ts';
import { answerRefusal, nextPartner, partnersOf } from '../../domain/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock, Pseudonyms, Respondent, Store, Unit } from '../../ports.ts';
import type { Entered } from '../gate.ts';
import { isPlaced } from '../gate.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

export type Page = {
  readonly is: 'page';
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly partner: Organisation;
  /** 1 is the first. */
  readonly position: number;
  readonly pages: number;
  readonly items: readonly Item[];
  /** What this person has answered about this partner so far. */
  readonly before: Answer | undefined;
};

export type SurveyView =
  | Page
  /** The person has not said which organisation they answer for. */
  | { readonly is: 'question of place'; readonly collaboration: Collaboration; readonly round: number }
  /** One's own view of the survey's card: not begun, under way or finished. */
  | {
      readonly is: 'overview';
      readonly facts: SurveyFacts;
      readonly done: number;
      readonly pages: number;
      readonly invited: boolean;
      readonly mayClose: boolean;
    }
  | { readonly is: 'thanks'; readonly collaboration: Collaboration; readonly round: Round }
  | { readonly is: 'closed'; readonly facts: SurveyFacts };

type Standing = {
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly own: Participation;
  readonly partners: readonly Organisation[];
  readonly answers: readonly Answer[];
};

const isOpen = (round: Round, now: Date): boolean => round.state === 'open' && now < round.closes;

const roundHere = async (unit: Unit, number: number): Promise<Round> => {
  const round = await unit.rounds.find(number);
  if (round === undefined) throw new Refused('no open round');
  return round;
};

const pageAt = ({ collaboration, round, own, partners, answers }: Standing, partner: Organisation): Page => ({
  is: 'page',
  collaboration,
  round,
  partner,
  position: partners.indexOf(partner) + 1,
  pages: partners.length,
  items: itemsFor(own.role),
  before: answers.find(({ target }) => target === partner.id),
});

const partnerNamed = (partners: readonly Organisation[], target: number): number => partners.findIndex(({ id }) => id === target);

export const answerSurvey = ({ store, pseudonyms, clock }: Needs) => {
  const standing = async (unit: Unit, who: Entered, number: number, respondent: Respondent): Promise<Standing | SurveyView> => {
    const collaboration = await unit.collaboration();
    const round = await roundHere(unit, number);
    if (!isOpen(round, clock())) return { is: 'closed', facts: await surveyFacts(unit, collaboration, round, who.language) };
    const member = await unit.members.of(who.person);
    if (!isPlaced(member)) return { is: 'question of place', collaboration, round: number };
    const own = await unit.participation.of(number, member.id);
    if (own === undefined) throw new Refused('not invited');
    const partners = partnersOf(collaboration.organisations, own.organisation, respondent, number);
    return { collaboration, round, own, partners, answers: await unit.answers.of(number, respondent) };
  };

  /** One transaction for one person's step in a round; what stands in the way of it is shown instead. */
  const step = async (
    who: Entered,
    number: number,
    take: (unit: Unit, at: Standing, respondent: Respondent) => SurveyView | Promise<SurveyView>,
  ): Promise<SurveyView> => {
    const respondent = await pseudonyms.of(who.collaboration, who.person);
    return await store.within(who.collaboration, async (unit) => {
      const at = await standing(unit, who, number, respondent);
      return 'is' in at ? at : await take(unit, at, respondent);
    });
  };

  const pageOrThanks = (at: Standing, partner: Organisation | undefined): SurveyView =>
    partner === undefined ? { is: 'thanks', collaboration: at.collaboration, round: at.round } : pageAt(at, partner);

  return {
    /** Goes on where the person stopped. Changes nothing. */
    open: (who: Entered, round: number): Promise<SurveyView> =>
      step(who, round, (_unit, at) => pageOrThanks(at, nextPartner(at.partners, at.answers))),

    /** From the first page again, with what was answered. Changes nothing. */
    change: (who: Entered, round: number): Promise<SurveyView> => step(who, round, (_unit, at) => pageOrThanks(at, at.partners[0])),

    /** The page before the one about `target`. Changes nothing. */
    back: (who: Entered, round: number, target: number): Promise<SurveyView> =>
      step(who, round, (_unit, at) => pageOrThanks(at, at.partners[Math.max(0, partnerNamed(at.partners, target) - 1)])),

    /**
     * Stores one page and answers with the next; the answer is durable when the promise resolves. May it run twice? Yes: an answer
     * replaces the same person's answer about the same organisation.
     */
    record: (who: Entered, number: number, answer: Answer): Promise<SurveyView> =>
      step(who, number, async (unit, at, respondent) => {
        const refusal = answerRefusal(at.collaboration.organisations, at.own, answer);
        if (refusal !== undefined) throw new Refused(refusal);
        if ((await unit.answers.record(number, respondent, at.own, answer, clock())) === 'not open') throw new Refused('round closed');
        const answers = [...at.answers.filter(({ target }) => target !== answer.target), answer];
        const finished = nextPartner(at.partners, answers) === undefined;
        const state = finished ? 'finished' : 'started';
        if (at.own.state !== 'finished' && at.own.state !== state) {
          await unit.participation.reach(number, at.own.member, state);
          await unit.enqueue({ name: 'refresh survey card', collaboration: who.collaboration, round: number }, { onceWithinSeconds: 3 });
        }
        const following = at.partners[partnerNamed(at.partners, answer.target) + 1];
        return pageOrThanks({ ...at, answers }, following ?? nextPartner(at.partners, answers));
      }),

    /** One's own view of the survey's card, as Teams fetches it by itself. Changes nothing. */
    view: async (who: Entered, number: number): Promise<SurveyView> => {
      const respondent = await pseudonyms.of(who.collaboration, who.person);
      return await store.within(who.collaboration, async (unit) => {
        const collaboration = await unit.collaboration();
        const round = await roundHere(unit, number);
        const facts = await surveyFacts(unit, collaboration, round, who.language);
        if (!isOpen(round, clock())) return { is: 'closed', facts };
        const member = await unit.members.of(who.person);
        const own = member === undefined ? undefined : await unit.participation.of(number, member.id);
        const answers = own === undefined ? [] : await unit.answers.of(number, respondent);
        return {
          is: 'overview',
          facts,
          done: answers.length,
          pages: facts.partners,
          invited: own !== undefined || !isPlaced(member),
          mayClose: member?.integrationManager ?? false,
        };
      });
    },
  };
};
