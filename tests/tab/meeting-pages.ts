import { partnersOf } from './actions-fixtures.ts';
import { openRound, overviewOf } from './fixtures.ts';
import { planOf } from './manage-fixtures.ts';
import { agendaOf, agreed, areaOf, decided, worked } from './meeting-fixtures.ts';
import { previewOf } from './meetings-fixtures.ts';
import { full } from './results-fixtures.ts';
import { most, summaryOf } from './summary-fixtures.ts';
import { shownTextsOf, writingOf } from './silent-fixtures.ts';
import type { Shown } from './stage.ts';
import { alone, at, type Reply, type TabPage } from './tab-page.ts';

const overview = overviewOf({ latest: full, meeting: { number: 3, date: '2026-06-03' } });
const shows = (agenda: Reply, more: Readonly<Record<string, Reply>> = {}) => ({
  overview,
  agenda,
  summary: summaryOf(),
  ...more,
});
const page = { ready: 'main.meeting .turning', view: at('#meeting-3') } as const;
const chosen = [...worked];
const reads = { mayLead: false } as const;
const silent = (answer: Reply, more: Parameters<typeof agendaOf>[0] = {}, state: 'writing' | 'shown' = 'writing') =>
  shows(agendaOf({ step: 'focus areas', chosen: [areaOf({ silent: state })], ...more }), { silent: answer });
const open = async ({ tab }: Shown) => {
  await tab.locator('[aria-labelledby=agreed] button').last().click();
};
const end = async ({ tab }: Shown) => {
  await tab.locator('[aria-labelledby=end] button').click();
};

const planNext = async ({ tab }: Shown) => {
  await tab.locator('[aria-labelledby=next] input[type=date]').fill('2026-09-09');
  await tab.locator('[aria-labelledby=next] [type=submit]').click();
};

const fillIn = async ({ tab }: Shown) => {
  await tab.locator('[aria-labelledby=fill-in] button').click();
};

/** A meeting, step by step. */
export const meetingPages: readonly TabPage[] = [
  { name: 'meeting-recap', answers: shows(agendaOf()), ...page },
  { name: 'meeting-recap-most', answers: shows(agendaOf(), { summary: most }), ...page },
  { name: 'meeting-recap-no-picture', answers: shows(agendaOf(), { summary: 'no contact' }), ...page },
  {
    name: 'meeting-recap-first',
    answers: shows(agendaOf({ started: null, lastTime: null, here: null, newcomers: null, next: null, outcomes: [] })),
    ...page,
  },
  { name: 'meeting-recap-reader', answers: shows(agendaOf({ ...reads, newcomers: [] })), ...page },
  {
    ...{ name: 'meeting-fill-in', ...page, ready: '[aria-labelledby=fill-in] .button', press: fillIn },
    answers: shows(agendaOf(), { plan: planOf() }),
  },
  {
    ...{ name: 'meeting-fill-in-open', ...page, ready: '.countdown' },
    answers: { ...shows(agendaOf()), overview: overviewOf({ latest: full, open: openRound }) },
  },
  { name: 'meeting-actions', answers: shows(agendaOf({ step: 'actions' })), ...page },
  {
    name: 'meeting-actions-none',
    answers: shows(
      agendaOf({
        step: 'actions',
        review: {
          ...{ stuck: [], late: [], due: [], done: [], later: 0 },
          cycle: { due: 0, done: 0, completion: null, onTime: null, carriedOver: 0 },
        },
      }),
    ),
    ...page,
  },
  { name: 'meeting-focus', answers: shows(agendaOf({ step: 'focus areas', chosen: [areaOf()] })), ...page },
  { name: 'meeting-focus-worked', answers: shows(agendaOf({ step: 'focus areas', chosen })), ...page },
  { name: 'meeting-focus-count', answers: shows(agendaOf({ step: 'focus areas', chosen: [areaOf()], here: null })), ...page },
  { name: 'meeting-focus-reader', answers: shows(agendaOf({ ...reads, step: 'focus areas', chosen })), ...page },
  { name: 'meeting-silent', answers: silent(writingOf({ written: 7 })), ...page },
  { name: 'meeting-silent-reader', answers: silent(writingOf(), reads), ...page, ready: '.silent textarea' },
  {
    name: 'meeting-silent-kept',
    answers: silent(writingOf({ own: 'One phone number.', written: 6 }), reads),
    ...{ ...page, ready: '.silent textarea' },
  },
  {
    name: 'meeting-silent-guest',
    answers: silent(writingOf({ mayWrite: false }), { ...reads, mayAgree: false }),
    ...{ ...page, ready: '.silent .note' },
  },
  { name: 'meeting-silent-shown', answers: silent(shownTextsOf(), {}, 'shown'), ...page, ready: '.texts' },
  { name: 'meeting-silent-few', answers: silent(shownTextsOf({ texts: [] }), reads, 'shown'), ...page, ready: '.turns' },
  {
    name: 'meeting-focus-none',
    answers: shows(agendaOf({ step: 'focus areas', offered: [], closed: null, strength: null })),
    ...page,
  },
  { name: 'meeting-agreed', answers: shows(agendaOf({ step: 'agreed', chosen, decisions: decided, agreed })), ...page },
  { name: 'meeting-agreed-reader', answers: shows(agendaOf({ ...reads, mayAgree: false, step: 'agreed' })), ...page },
  {
    ...{ name: 'meeting-agreed-form', ...page, ready: '.owners', press: open },
    answers: shows(agendaOf({ step: 'agreed', chosen }), { partners: partnersOf() }),
  },
  {
    name: 'meeting-check-out',
    answers: shows(agendaOf({ step: 'check-out' }), { 'check-out': { is: 'not open', mayOpen: true } }),
    ...page,
  },
  { name: 'meeting-next', answers: shows(agendaOf({ step: 'next date', decisions: decided, agreed })), ...page },
  { name: 'meeting-next-plan', answers: shows(agendaOf({ step: 'next date', next: null })), ...page, press: end },
  {
    ...{ name: 'meeting-next-preview', ...page, ready: '.until', press: planNext },
    answers: shows(agendaOf({ step: 'next date', next: null }), { preview: previewOf() }),
  },
  { name: 'meeting-over', answers: shows(agendaOf({ step: 'next date', over: true, decisions: decided })), ...page },
  { name: 'meeting-alone', answers: shows(agendaOf({ step: 'actions' })), ...page, view: at('#meeting-3-agreed') },
  { name: 'meeting-loading', answers: shows('never'), ready: '[role=status]', view: at('#meeting-3') },
  { name: 'meeting-unknown', answers: shows('not found'), ready: alone, view: at('#meeting-3') },
  {
    name: 'meeting-no-channel',
    answers: {},
    ready: alone,
    view: { ...at('#meeting-3'), channel: 'none', frame: 'meetingStage' },
  },
];
