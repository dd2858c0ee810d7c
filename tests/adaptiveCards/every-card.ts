import { actionCards } from './action-cards.ts';
import { aroundCards } from './around-cards.ts';
import { checkOutCards } from './check-out-cards.ts';
import { foundCards } from './found-cards.ts';
import { myData, myDataChoice, myDataDesk, myDataErasing } from '../../adaptiveCards/my-data.ts';
import type { MyDataFacts } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { rosterCounts, rosterPeople, rosterPerson } from '../../adaptiveCards/correct-roster.ts';
import { roundClosedAgain, roundReopened, roundReopening } from '../../adaptiveCards/reopening.ts';
import { rosterForm, rosterPlace, rosterQuestion } from '../../adaptiveCards/roster.ts';
import { nudge } from '../../adaptiveCards/nudge.ts';
import { sendingCards } from './sending-cards.ts';
import { questionsDesk, questionsList } from '../../adaptiveCards/questions.ts';
import { roundDesk, roundLaunched, roundOpen, roundPlan } from '../../adaptiveCards/round-desk.ts';
import type { PlanFacts } from '../../adaptiveCards/round-desk.ts';
import { setUpForm } from '../../adaptiveCards/set-up-form.ts';
import { reminder, survey, surveyClosed, surveyCopy, surveyMine } from '../../adaptiveCards/survey.ts';
import { surveyPage, surveyThanks } from '../../adaptiveCards/survey-page.ts';
import { help, welcome, welcomePersonal } from '../../adaptiveCards/welcome.ts';
import { whoWeAreDesk, whoWeAreForm, whoWeAreNobody } from '../../adaptiveCards/who-we-are.ts';
import { peopleOnAPage } from '../../bot/usecases/setup/read-roster.ts';
import type { Collaboration, CollaborationId, Language, Member } from '../../bot/domain/collaboration.ts';
import { questionsFor, withLocalQuestions } from '../../bot/domain/questionnaire.ts';
import { theNetwork } from '../../bot/domain/survey.ts';
import { checkBack, healthCheck, practices, relational, shortForm } from '../builders.ts';
import { sendFailures } from '../../bot/domain/delivery.ts';
import type { LocalQuestion } from '../../bot/domain/local-question.ts';
import { mostProposed } from '../../bot/domain/local-question.ts';
import type { DeliveryReport } from '../../bot/domain/delivery-report.ts';
import { sampleAppId } from '../../local/sample.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import { nudgeSteps } from '../../bot/domain/actions/nudging.ts';
import type { NudgeFacts, SurveyFacts } from '../../bot/domain/message.ts';
import type { Answer, Round } from '../../bot/domain/round.ts';

/** What people write themselves: a purpose, the names of up to 30 organisations, and a statement. */
export type Written = {
  readonly purpose: string;
  readonly names: readonly string[];
  /** A statement of their own, without the places where it names the partner. */
  readonly statement: string;
};

const id = '0123456789abcdef0123456789abcdef' as CollaborationId;
const opens = new Date('2027-02-12T09:00Z');
const closes = new Date('2027-02-26T14:00Z');
/** As long as Teams makes them. */
const userIds = Array.from({ length: 60 }, (_, at) => `29:${String(at).padStart(2, '0')}${'x'.repeat(88)}`);

const linkToTab = linksToTab({ teamsAppId: sampleAppId, publicUrl: 'https://common-ground.example.org' });

const surveyFactsOf = (language: Language, { purpose, names }: Written): SurveyFacts => ({
  ...{
    language,
    zone: 'Europe/Oslo',
    collaboration: id,
    channel: '19:sample@thread.tacv2',
    purpose,
    round: 12,
    k: 5,
    leavesOut: true,
    again: false,
    mode: 'matrix',
    audience: ['leader', 'employee'],
  },
  ...{ instrument: 'relational', pages: names.length - 1, minutes: names.length, opens, closes, answered: 1, invited: 17 },
});

/** Every card there is, in every state it has, by the name of its function and the state. */
export const everyCard = (language: Language, written: Written): Readonly<Record<string, Card>> => {
  const { purpose, names } = written;
  const organisations = names.map((name, at) => ({ id: at + 1, name }));
  const everHere = [0, 1, 2].flatMap((times) =>
    organisations.map((one) => ({ ...one, id: one.id + 30 * times, ...(times === 0 ? {} : { leftAfter: 2 }) })),
  );
  const collaboration: Collaboration = {
    ...{ id, purpose, organisations, language, zone: 'Europe/Oslo', nextMeeting: '2027-03-01' },
    ...{ homeTenant: 'sample-tenant', homeChannel: '19:sample@thread.tacv2' },
  };
  const unplaced: Member = {
    ...{ tenantId: 'sample-tenant', objectId: 'sample-object', id: 1, collaboration: id, name: 'Hospital trust leader 1' },
    ...{ integrationManager: false, chair: false, teamsUserId: userIds[0] ?? '' },
  };
  const round: Round = {
    number: 12,
    state: 'open',
    mode: 'matrix',
    k: 5,
    audience: ['leader', 'employee'],
    instrument: relational,
    opens,
    closes,
  };
  const member: Member = { ...unplaced, organisation: 1, role: 'leader' };
  const facts = surveyFactsOf(language, written);
  const leaders = { ...facts, audience: ['leader'] as const, mode: 'pooled' as const, answered: 0, invited: 1, pages: 1 };
  const mine = { done: 0, pages: 3, invited: true, mayClose: false };

  const partner = organisations.at(-1) ?? { id: 1, name: '' };
  const page = {
    language,
    collaboration,
    round,
    partner,
    position: 2,
    pages: 3,
    questions: withLocalQuestions(relational, Array<string>(3).fill(`{org} ${written.statement} {org}`)).questions,
    before: undefined,
  };
  const ofNetwork = { partner: theNetwork, position: 1, pages: 1 };
  const answer: Answer = { target: partner.id, notWorkingTogether: false, ratings: { R1: 1, R7: 5, E2: 3 } };

  const invited = Object.fromEntries(
    organisations.map((organisation, at) => [String(organisation.id), { leader: at % 8, employee: at % 3 }]),
  );
  const wish = {
    instrument: 'relational',
    questions: [2],
    audience: ['leader', 'employee'],
    k: 5,
    closingDate: '2027-02-26',
  } as const;
  const asked = (first: number, last: number, state: LocalQuestion['state']): readonly LocalQuestion[] =>
    Array.from({ length: last - first + 1 }, (_, at) => ({ id: first + at, text: written.statement, state }));
  const approved = asked(1, 2, 'approved');
  const proposed = asked(3, 3, 'proposed');
  const plan: PlanFacts = {
    ...{
      language,
      collaboration,
      wish,
      mode: 'matrix',
      instrument: relational,
      approved,
      outcomes: [],
      invited,
      closes,
      obstacle: undefined,
      closed: undefined,
    },
    reminderDays: ['2027-02-19', '2027-02-24', '2027-02-26'],
  };

  // As many as a page holds; what a person is called is written by people too.
  const people = Array.from({ length: peopleOnAPage }, (_, at): Member => ({
    ...{ ...member, id: 1_000_000 + at, name: names[at % names.length] ?? '', role: at % 2 === 0 ? 'leader' : 'employee' },
    integrationManager: at % 3 === 0,
  }));
  const named: Member = { ...member, name: names[0] ?? '', organisation: names.length };
  const report: DeliveryReport = {
    k: 5,
    card: { is: 'sent' },
    copies: { people: 40, waiting: 5, unknown: 6, failed: sendFailures.map((reason) => ({ reason, count: 5 })) },
  };

  const about = { language, collaboration: id, organisation: partner };
  const nothingWritten = { does: '', doesNot: '', reach: '' };
  const own: MyDataFacts = {
    ...{ language, collaboration, member, messages: 3, log: 1, questions: 2, actions: 3, meetings: 2 },
    rounds: [
      { round: 1, state: undefined, answers: 1, drawn: undefined, erasable: true },
      { round: 2, state: 'finished', answers: 0, drawn: 1, erasable: true },
      { round: 3, state: 'started', answers: 2, drawn: 5, erasable: true },
      { round: 4, state: 'invited', answers: 0, drawn: undefined, erasable: false },
    ],
  };

  const ownersToBe = Array.from({ length: 10 }, (_, at): Member => ({
    ...{ ...member, id: 1_000_000 + at, name: names[at % names.length] ?? '' },
    organisation: (at % names.length) + 1,
  }));
  const agreed = `${written.statement} ${written.statement}`;
  const owners = names.slice(0, 8).map((organisation) => ({ name: organisation, organisation }));
  const nudged: NudgeFacts = {
    ...{ language, collaboration: id, purpose: facts.purpose },
    actions: Array.from({ length: 8 }, (_, at) => ({
      ...{ id: at + 1, text: agreed, kind: 'adaptive', nextStep: agreed, due: '2027-02-26', own: true, owners },
      step: nudgeSteps[at % nudgeSteps.length] ?? 'after',
    })),
  };
  const actionPage = linkToTab(collaboration.homeChannel, { is: 'action', action: 1 });

  return {
    ...actionCards({ language, collaboration, people: ownersToBe, text: agreed, page: actionPage, linkToTab }),
    ...foundCards({ collaboration, people: ownersToBe, text: agreed }, linkToTab),
    survey: survey(facts, userIds),
    'survey, leaders': survey(leaders, []),
    surveyCopy: surveyCopy(facts),
    'reminder, 7 days': reminder(facts, 7),
    'reminder, 1 day': reminder(facts, 1),
    'reminder, today': reminder(facts, 0),
    ...checkOutCards(facts, userIds, linkToTab),
    ...sendingCards({ language, collaboration, nudged, names, linkToTab }),
    ...aroundCards({ language, collaboration, nudged, text: agreed, linkToTab }),
    nudge: nudge(nudged),
    'nudge, integration manager': nudge({ ...nudged, actions: nudged.actions.map((action) => ({ ...action, own: false })) }),
    'survey, again': survey({ ...facts, again: true }, userIds),
    surveyClosed: surveyClosed(facts, linkToTab),
    'surveyClosed, forgotten': surveyClosed({ ...facts, answered: 0, invited: 0 }, linkToTab),
    surveyMine: surveyMine(facts, mine),
    'surveyMine, under way': surveyMine(facts, { ...mine, done: 1, mayClose: true }),
    'surveyMine, finished': surveyMine(facts, { ...mine, done: 3 }),
    'surveyMine, not invited': surveyMine(facts, { ...mine, invited: false, mayClose: true }),
    'surveyPage, first': surveyPage({ ...page, position: 1, questions: questionsFor(relational, 'employee') }),
    'surveyPage, answered': surveyPage({ ...page, before: answer }),
    'surveyPage, apart': surveyPage({ ...page, before: { ...answer, notWorkingTogether: true, ratings: {} } }),
    'surveyPage, last': surveyPage({ ...page, position: 3, round: { ...round, mode: 'pooled' } }),
    'surveyPage, health check': surveyPage({
      ...page,
      ...ofNetwork,
      round: { ...round, instrument: healthCheck },
      questions: healthCheck.questions,
    }),
    'surveyPage, six practices': surveyPage({
      ...page,
      ...ofNetwork,
      round: { ...round, instrument: practices },
      questions: practices.questions,
    }),
    'surveyPage, check-back': surveyPage({
      ...page,
      ...ofNetwork,
      round: { ...round, instrument: checkBack },
      questions: checkBack.questions,
    }),
    'roundPlan, check-back': roundPlan({
      ...plan,
      ...{ mode: 'pooled', instrument: checkBack, outcomes: checkBack.questions, wish: { ...wish, instrument: 'check-back' } },
    }),
    'roundPlan, check-back can be': roundPlan({ ...plan, outcomes: checkBack.questions }),
    'survey, check-back': survey({ ...facts, instrument: 'check-back', pages: 1 }, []),
    'survey, health check': survey({ ...facts, instrument: 'health check', pages: 1 }, []),
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
    'rosterForm, manager': rosterForm({
      ...{ language, collaboration, integrationManager: true },
      chosen: { organisation: undefined, role: undefined },
    }),
    rosterCounts: rosterCounts({ language, collaboration, people: invited, withoutPlace: 0 }),
    'rosterCounts, many left': rosterCounts({
      language,
      collaboration: { ...collaboration, organisations: everHere },
      people: Object.fromEntries(everHere.map(({ id: one }) => [String(one), { leader: 100, employee: 10_000 }])),
      withoutPlace: 10_000,
    }),
    'rosterCounts, some without': rosterCounts({ language, collaboration, people: {}, withoutPlace: 1 }),
    rosterPeople: rosterPeople({ language, collaboration, group: 30, people, page: 1, pages: 3 }),
    'rosterPeople, without': rosterPeople({ language, collaboration, group: 0, people: people.slice(0, 1), page: 0, pages: 1 }),
    'rosterPeople, long names': rosterPeople({
      ...{ language, collaboration, group: 30, page: 1, pages: 3 },
      people: people.map((one) => ({ ...one, name: '👩'.repeat(128) })),
    }),
    'rosterPeople, nobody': rosterPeople({ language, collaboration, group: 1, people: [], page: 0, pages: 1 }),
    rosterPerson: rosterPerson({ language, collaboration, member: named }, false),
    'rosterPerson, saved': rosterPerson(
      { language, collaboration, member: { ...named, integrationManager: true, chair: true } },
      true,
    ),
    'rosterPerson, without': rosterPerson({ language, collaboration, member: { ...unplaced, name: names[1] ?? '' } }, false),
    roundDesk: roundDesk(language, id),
    roundPlan: roundPlan(plan),
    'roundPlan, pooled': roundPlan({ ...plan, mode: 'pooled', wish: { ...wish, audience: ['leader'], k: 7 }, reminderDays: [] }),
    'roundPlan, short form': roundPlan({ ...plan, instrument: shortForm, approved: [] }),
    'roundPlan, health check': roundPlan({
      ...plan,
      mode: 'pooled',
      instrument: healthCheck,
      wish: { ...wish, instrument: 'health check' },
    }),
    'roundPlan, nobody': roundPlan({ ...plan, invited: {} }),
    'roundPlan, cannot': roundPlan({ ...plan, obstacle: 'refused.too few invited' }),
    questionsDesk: questionsDesk(language, id),
    questionsList: questionsList({ language, collaboration, questions: proposed, mayDecide: false }),
    'questionsList, manager': questionsList({ language, collaboration, questions: [...approved, ...proposed], mayDecide: true }),
    'questionsList, many': questionsList({
      ...{ language, collaboration, mayDecide: true },
      questions: [...asked(1, 50, 'approved'), ...asked(51, 50 + mostProposed, 'proposed')],
    }),
    'questionsList, many taken up': questionsList({
      ...{ language, collaboration, mayDecide: true, questions: asked(1, 50, 'approved') },
    }),
    'roundPlan, many questions': roundPlan({ ...plan, approved: asked(1, 50, 'approved') }),
    'questionsList, none': questionsList({ language, collaboration, questions: [], mayDecide: true }),
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
    roundClosedAgain: roundClosedAgain(facts, false, linkToTab),
    'roundClosedAgain, left': roundClosedAgain(facts, true, linkToTab),
    myDataDesk: myDataDesk(language, id),
    myDataChoice: myDataChoice(language, Array<Collaboration>(30).fill(collaboration), 2, true),
    'myDataChoice, nowhere': myDataChoice(language, [], 1, false),
    myData: myData(own, false),
    'myData, manager': myData({ ...own, member: { ...member, integrationManager: true, chair: true, language } }, false),
    'myData, many rounds': myData(
      {
        ...{ ...own, messages: 1_000, log: 1_000 },
        rounds: Array.from({ length: 500 }, (_, at) => ({
          round: at + 1,
          state: 'finished',
          answers: 29,
          drawn: 5,
          erasable: true,
        })),
      },
      false,
    ),
    'myData, erased': myData(
      { ...own, rounds: [{ round: 2, state: 'invited', answers: 0, drawn: undefined, erasable: false }], messages: 1, log: 2 },
      true,
    ),
    'myData, nothing': myData({ ...own, member: undefined, rounds: [], messages: 0, log: 0 }, false),
    myDataErasing: myDataErasing(language, { id }),
    'myDataErasing, closed': myDataErasing(language, { id, closed: closes }),
    'myData, closed': myData({ ...own, collaboration: { ...collaboration, closed: closes } }, false),
    'myData, closed, erased': myData(
      { ...own, actions: 0, meetings: 0, collaboration: { ...collaboration, closed: closes } },
      true,
    ),
    whoWeAreDesk: whoWeAreDesk(language, id),
    whoWeAreNobody: whoWeAreNobody(language, id),
    whoWeAreForm: whoWeAreForm({ ...about, version: 3, texts: { does: purpose, doesNot: purpose, reach: purpose } }),
    'whoWeAreForm, empty': whoWeAreForm({ ...about, version: 0, texts: nothingWritten, saved: true }),
    'whoWeAreForm, behind': whoWeAreForm({
      ...about,
      version: 4,
      texts: { does: purpose, doesNot: '', reach: purpose },
      now: { does: '', doesNot: purpose, reach: purpose },
    }),
    roundLaunched: roundLaunched(facts),
    roundOpen: roundOpen(facts, report, false),
    'roundOpen, sure': roundOpen(facts, report, true),
    'roundOpen, on its way': roundOpen(facts, { ...report, card: { is: 'waiting', heldUp: false } }, false),
    'roundOpen, held up': roundOpen(
      facts,
      { k: 5, card: { is: 'waiting', heldUp: true }, copies: { people: 1, failed: [] } },
      false,
    ),
    'roundOpen, unknown': roundOpen(facts, { ...report, card: { is: 'unknown' } }, false),
    'roundOpen, dropped': roundOpen(facts, { k: 5, copies: { people: 0, failed: [] } }, false),
    ...Object.fromEntries(
      sendFailures.map((reason) => [
        `roundOpen, ${reason}`,
        roundOpen(facts, { ...report, card: { is: 'failed', reason } }, false),
      ]),
    ),
    setUpForm: setUpForm({ language, nextMeeting: '2027-03-01', zone: undefined }),
    welcome: welcome(language),
    welcomePersonal: welcomePersonal(language),
    'help, channel': help(language, true),
    'help, chat': help(language, false),
  };
};
