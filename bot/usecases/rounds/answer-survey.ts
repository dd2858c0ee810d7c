import type { Collaboration, Organisation } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { isOpen } from '../../domain/round.ts';
import { asksAboutPartners, questionsFor } from '../../domain/questionnaire.ts';
import type { Question } from '../../domain/questionnaire.ts';
import type { Answer, FilledPage, Participation, Round } from '../../domain/round.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import { answerOf, answerRefusal, nextPartner, partnersOf, theNetwork } from '../../domain/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Respondent as Pseudonym } from '../../ports/unit-answers.ts';
import type { Entered } from '../gate.ts';
import { refuseClosed } from '../gate.ts';
import { drawnFor } from './draw-partners.ts';
import { factsFor, surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

export type Page = {
  readonly is: 'page';
  readonly collaboration: Collaboration;
  readonly round: Round;
  /** Whom the page is about; `theNetwork` where it is about the network as a whole. */
  readonly partner: Organisation;
  /** 1 is the first. */
  readonly position: number;
  readonly pages: number;
  readonly questions: readonly Question[];
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

/** Somebody who may answer this round now. */
type Respondent = {
  readonly pseudonym: Pseudonym;
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly own: Participation;
  /** In the order this person is asked about them; `theNetwork` alone where the round is about the network as a whole. */
  readonly partners: readonly Organisation[];
};

/** While somebody goes from page to page, what was known of them this many seconds ago will do: storing looks at the round itself. */
const pageSeconds = 30;

const pageOrThanks = (at: Respondent, partner: Organisation | undefined, answers: readonly Answer[]): SurveyView => {
  const { collaboration, round, own, partners } = at;
  if (partner === undefined) return { is: 'thanks', collaboration, round };
  return {
    is: 'page',
    collaboration,
    round,
    partner,
    position: partners.indexOf(partner) + 1,
    pages: partners.length,
    questions: questionsFor(round.instrument, own.role),
    before: answers.find(({ target }) => target === partner.id),
  };
};

const placeOf = (partners: readonly Organisation[], target: number): number => partners.findIndex(({ id }) => id === target);

export const answerSurvey = ({ store, pseudonyms, clock }: Needs) => {
  const closed = async (who: Entered, round: Round): Promise<SurveyView> =>
    await store.within(who.collaboration, async (unit) => {
      const collaboration = await unit.collaboration();
      refuseClosed(collaboration);
      return { is: 'closed', facts: factsFor(who, await surveyFacts(unit, collaboration, round, who.language)) };
    });

  /** Whom a person is asked about: everybody else, whom they drew in the short form, or the network. */
  const askedAbout = async (collaboration: Collaboration, round: Round, own: Participation, pseudonym: Pseudonym) => {
    if (!asksAboutPartners(round.instrument)) return [theNetwork];
    const organisations = collaboration.organisations.filter(takesPartIn(round.number));
    if (round.instrument.form === 'full') return partnersOf(organisations, own.organisation, pseudonym, round.number);
    const drawn = new Set(await drawnFor(store, collaboration, round.number, own.organisation, pseudonym));
    return partnersOf(
      organisations.filter(({ id }) => drawn.has(id)),
      own.organisation,
      pseudonym,
      round.number,
    );
  };

  /** One person's step in a round; what stands in the way of it is shown instead. */
  const step = async (
    who: Entered,
    number: number,
    take: (at: Respondent) => Promise<SurveyView>,
    oldest = 0,
  ): Promise<SurveyView> => {
    const { collaboration, round, member, participation } = await store.standing(who.collaboration, who.person, number, oldest);
    if (round === undefined) throw new Refused('no open round');
    if (!isOpen(round, clock())) return await closed(who, round);
    // Who has been invited keeps their place in the round, also where they are not on the roster any more.
    if (participation === undefined) {
      if (member?.placed !== true) return { is: 'question of place', collaboration, round: number };
      throw new Refused('not invited');
    }
    const pseudonym = await pseudonyms.of(who.collaboration, who.person);
    const partners = await askedAbout(collaboration, round, participation, pseudonym);
    return await take({ pseudonym, collaboration, round, own: participation, partners });
  };

  /** Whoever reads them is about to have a page in front of them, which the channel's card must not take away. */
  const answersOf = async ({ collaboration, round, pseudonym }: Respondent): Promise<readonly Answer[]> => {
    await store.pageTurned(collaboration.id, round.number, clock());
    return await store.answers(collaboration.id).of(round.number, pseudonym);
  };

  /** Participation only ever moves forward; who moves it brings the channel's counts up to date. */
  const reach = async ({ collaboration, round, own }: Respondent, who: Entered, state: 'started' | 'finished'): Promise<void> => {
    if (own.state === 'finished' || own.state === state) return;
    await store.within(collaboration.id, async (unit) => {
      await unit.participation.reach(round.number, own.member, state);
      const refresh = { name: 'refresh survey card', collaboration: collaboration.id, round: round.number } as const;
      await unit.enqueue(refresh, { onceWithinSeconds: 2 });
    });
    // The next page shall know.
    await store.standing(collaboration.id, who.person, round.number);
  };

  /** Nothing was stored: the round closed while this person had a page in front of them. */
  const closedWhileAnswering = async (who: Entered, number: number): Promise<SurveyView> => {
    const { round } = await store.standing(who.collaboration, who.person, number);
    if (round === undefined) throw new Refused('no open round');
    if (isOpen(round, clock())) throw new Refused('round closed');
    return await closed(who, round);
  };

  return {
    /** Goes on where the person stopped; sets participation right where a crash left it behind. */
    open: (who: Entered, round: number): Promise<SurveyView> =>
      step(who, round, async (at) => {
        const answers = await answersOf(at);
        const next = nextPartner(at.partners, answers);
        if (answers.length > 0) await reach(at, who, next === undefined ? 'finished' : 'started');
        return pageOrThanks(at, next, answers);
      }),

    /** From the first page again, with what was answered. Changes nothing. */
    change: (who: Entered, round: number): Promise<SurveyView> =>
      step(who, round, async (at) => pageOrThanks(at, at.partners[0], await answersOf(at))),

    /** The page before the one about `target`. Changes nothing. */
    back: (who: Entered, round: number, target: number): Promise<SurveyView> =>
      step(who, round, async (at) =>
        pageOrThanks(at, at.partners[Math.max(0, placeOf(at.partners, target) - 1)], await answersOf(at)),
      ),

    /**
     * Stores one page and answers with the next; the answer is durable when the promise resolves. May it run twice? Yes: an answer
     * replaces the same person's answer about the same organisation. What a person says and that they took part are two transactions:
     * a crash between them leaves an answer that was never acknowledged, and the next press sets participation right.
     */
    record: (who: Entered, number: number, page: FilledPage): Promise<SurveyView> => {
      const keep = async (at: Respondent): Promise<SurveyView> => {
        const refusal = answerRefusal(at.partners, at.own, at.round.instrument, page);
        if (refusal !== undefined) throw new Refused(refusal);
        const answer = answerOf(page);
        const answers = await store.answers(at.collaboration.id).record(number, at.pseudonym, at.own, answer, clock());
        if (answers === 'not open') return await closedWhileAnswering(who, number);
        await store.pageTurned(at.collaboration.id, number, clock());
        await reach(at, who, nextPartner(at.partners, answers) === undefined ? 'finished' : 'started');
        const following = at.partners[placeOf(at.partners, answer.target) + 1];
        return pageOrThanks(at, following ?? nextPartner(at.partners, answers), answers);
      };
      return step(who, number, keep, pageSeconds);
    },

    /** One's own view of the survey's card, as Teams fetches it by itself. Changes nothing. */
    view: async (who: Entered, number: number): Promise<SurveyView> => {
      const { collaboration, round, member, participation } = await store.standing(who.collaboration, who.person, number);
      if (round === undefined) throw new Refused('no open round');
      if (!isOpen(round, clock())) return await closed(who, round);
      const pseudonym = participation && (await pseudonyms.of(who.collaboration, who.person));
      const answers = pseudonym === undefined ? [] : await store.answers(collaboration.id).of(number, pseudonym);
      const facts = await store.within(collaboration.id, (unit) => surveyFacts(unit, collaboration, round, who.language));
      const invited = participation !== undefined || member?.placed !== true;
      return {
        is: 'overview',
        facts: factsFor(who, facts),
        done: answers.length,
        pages: facts.pages,
        invited,
        mayClose: (member?.integrationManager ?? false) && who.through === undefined,
      };
    },
  };
};
