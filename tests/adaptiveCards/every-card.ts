import { myData, myDataDesk, myDataElsewhere, myDataErasing } from '../../adaptiveCards/my-data.ts';
import type { MyDataFacts } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { roundClosedAgain, roundReopened, roundReopening } from '../../adaptiveCards/reopening.ts';
import { rosterForm, rosterPlace, rosterQuestion } from '../../adaptiveCards/roster.ts';
import { roundDesk, roundLaunched, roundOpen, roundPlan } from '../../adaptiveCards/round-desk.ts';
import type { PlanFacts } from '../../adaptiveCards/round-desk.ts';
import { setUpForm } from '../../adaptiveCards/set-up-form.ts';
import { reminder, survey, surveyClosed, surveyCopy, surveyMine } from '../../adaptiveCards/survey.ts';
import { surveyPage, surveyThanks } from '../../adaptiveCards/survey-page.ts';
import { help, welcome, welcomePersonal } from '../../adaptiveCards/welcome.ts';
import type { Collaboration, CollaborationId, Language, Member } from '../../bot/domain/collaboration.ts';
import { items, relationalItems } from '../../bot/domain/instrument.ts';
import type { SurveyFacts } from '../../bot/domain/message.ts';
import type { Answer, Round } from '../../bot/domain/round.ts';

/** What people write themselves: a purpose, and the names of up to 30 organisations. */
export type Written = { readonly purpose: string; readonly names: readonly string[] };

const id = '0123456789abcdef0123456789abcdef' as CollaborationId;
const opens = new Date('2027-02-12T09:00Z');
const closes = new Date('2027-02-26T14:00Z');
/** As long as Teams makes them. */
const userIds = Array.from({ length: 60 }, (_, at) => `29:${String(at).padStart(2, '0')}${'x'.repeat(88)}`);

const surveyFactsOf = (language: Language, { purpose, names }: Written): SurveyFacts => ({
  ...{
    language,
    zone: 'Europe/Oslo',
    collaboration: id,
    purpose,
    round: 12,
    k: 5,
    leavesOut: true,
    again: false,
    mode: 'matrix',
    audience: ['leader', 'employee'],
  },
  ...{ partners: names.length - 1, opens, closes, answered: 1, invited: 17 },
});

/** Every card there is, in every state it has, by the name of its function and the state. */
export const everyCard = (language: Language, written: Written): Readonly<Record<string, Card>> => {
  const { purpose, names } = written;
  const organisations = names.map((name, at) => ({ id: at + 1, name }));
  const collaboration: Collaboration = {
    ...{ id, purpose, organisations, language, zone: 'Europe/Oslo', nextMeeting: '2027-03-01' },
    ...{ homeTenant: 'sample-tenant', homeChannel: '19:sample@thread.tacv2' },
  };
  const member: Member = {
    ...{ tenantId: 'sample-tenant', objectId: 'sample-object', id: 1, collaboration: id, name: 'Hospital trust leader 1' },
    ...{ organisation: 1, role: 'leader', integrationManager: false, teamsUserId: userIds[0] ?? '' },
  };
  const round: Round = { number: 12, state: 'open', mode: 'matrix', k: 5, audience: ['leader', 'employee'], opens, closes };
  const facts = surveyFactsOf(language, written);
  const leaders = { ...facts, audience: ['leader'] as const, mode: 'pooled' as const, answered: 0, invited: 1, partners: 1 };
  const mine = { done: 0, pages: 3, invited: true, mayClose: false };

  const partner = organisations.at(-1) ?? { id: 1, name: '' };
  const page = { language, collaboration, round, partner, position: 2, pages: 3, items, before: undefined };
  const answer: Answer = { target: partner.id, notWorkingTogether: false, ratings: { R1: 1, R7: 5, E2: 3 } };

  const invited = Object.fromEntries(
    organisations.map((organisation, at) => [String(organisation.id), { leader: at % 8, employee: at % 3 }]),
  );
  const wish = { audience: ['leader', 'employee'], k: 5, closingDate: '2027-02-26' } as const;
  const plan: PlanFacts = {
    ...{ language, collaboration, wish, mode: 'matrix', invited, closes, obstacle: undefined, closed: undefined },
    reminderDays: ['2027-02-19', '2027-02-24', '2027-02-26'],
  };

  const own: MyDataFacts = {
    ...{ language, collaboration, member, messages: 3, log: 1 },
    rounds: [
      { round: 1, state: undefined, answers: 1 },
      { round: 2, state: 'finished', answers: 0 },
      { round: 3, state: 'started', answers: 2 },
      { round: 4, state: 'invited', answers: 0 },
    ],
  };

  return {
    survey: survey(facts, userIds),
    'survey, leaders': survey(leaders, []),
    surveyCopy: surveyCopy(facts),
    'reminder, 7 days': reminder(facts, 7),
    'reminder, 1 day': reminder(facts, 1),
    'reminder, today': reminder(facts, 0),
    'survey, again': survey({ ...facts, again: true }, userIds),
    surveyClosed: surveyClosed(facts),
    'surveyClosed, forgotten': surveyClosed({ ...facts, answered: 0, invited: 0 }),
    surveyMine: surveyMine(facts, mine),
    'surveyMine, under way': surveyMine(facts, { ...mine, done: 1, mayClose: true }),
    'surveyMine, finished': surveyMine(facts, { ...mine, done: 3 }),
    'surveyMine, not invited': surveyMine(facts, { ...mine, invited: false, mayClose: true }),
    'surveyPage, first': surveyPage({ ...page, position: 1, items: relationalItems }),
    'surveyPage, answered': surveyPage({ ...page, before: answer }),
    'surveyPage, apart': surveyPage({ ...page, before: { ...answer, notWorkingTogether: true, ratings: {} } }),
    'surveyPage, last': surveyPage({ ...page, position: 3, round: { ...round, mode: 'pooled' } }),
    surveyThanks: surveyThanks({ language, collaboration, round }),
    rosterQuestion: rosterQuestion(collaboration, userIds),
    rosterForm: rosterForm({ language, collaboration, chosen: { organisation: undefined, role: undefined } }),
    'rosterForm, chosen': rosterForm({ language, collaboration, chosen: { organisation: 2, role: 'employee' }, then: 12 }),
    rosterPlace: rosterPlace({ language, collaboration, member }),
    'rosterPlace, manager': rosterPlace({
      language,
      collaboration,
      member: { ...member, role: 'employee', integrationManager: true },
    }),
    roundDesk: roundDesk(language, id),
    roundPlan: roundPlan(plan),
    'roundPlan, pooled': roundPlan({ ...plan, mode: 'pooled', wish: { ...wish, audience: ['leader'], k: 7 }, reminderDays: [] }),
    'roundPlan, nobody': roundPlan({ ...plan, invited: {} }),
    'roundPlan, cannot': roundPlan({ ...plan, obstacle: 'refused.too few invited' }),
    'roundPlan, closed': roundPlan({ ...plan, closed: { round: 11, mayReopen: true, resultsLeft: false } }),
    'roundPlan, results left': roundPlan({ ...plan, closed: { round: 11, mayReopen: false, resultsLeft: true } }),
    roundReopening: roundReopening({ language, collaboration, round, closingDate: '2027-03-05' }),
    'roundReopening, pooled': roundReopening({
      language,
      collaboration,
      round: { ...round, mode: 'pooled' },
      closingDate: '2027-03-05',
    }),
    roundReopened: roundReopened(facts),
    roundClosedAgain: roundClosedAgain(facts, false),
    'roundClosedAgain, left': roundClosedAgain(facts, true),
    myDataDesk: myDataDesk(language, id),
    myDataElsewhere: myDataElsewhere(language),
    myData: myData(own, false),
    'myData, manager': myData({ ...own, member: { ...member, integrationManager: true } }, false),
    'myData, erased': myData({ ...own, rounds: [{ round: 2, state: 'invited', answers: 0 }], messages: 1, log: 2 }, true),
    'myData, nothing': myData({ ...own, member: undefined, rounds: [], messages: 0, log: 0 }, false),
    myDataErasing: myDataErasing(language, id),
    roundLaunched: roundLaunched(facts),
    roundOpen: roundOpen(facts, false),
    'roundOpen, sure': roundOpen(facts, true),
    setUpForm: setUpForm({ language, nextMeeting: '2027-03-01', zone: undefined }),
    welcome: welcome(language),
    welcomePersonal: welcomePersonal(language),
    'help, channel': help(language, true),
    'help, chat': help(language, false),
  };
};
