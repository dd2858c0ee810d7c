import { handOver, type HandOver } from '../../bot/contracts/hand-over-api.ts';
import { logPage, type LogPage } from '../../bot/contracts/log-api.ts';
import { logKinds } from '../../bot/contracts/log-kinds.ts';
import { fullOverview } from './deliveries-pages.ts';
import { overviewOf } from './fixtures.ts';
import { setUpOf } from './manage-fixtures.ts';
import { checkBack, full } from './results-fixtures.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const closed = '2027-06-30T12:00:00.000Z';

export const handOverOf = (parts: Partial<HandOver> = {}): HandOver =>
  handOver.parse({
    purpose: 'People who leave hospital meet one plan, not four.',
    outcomes: ['Nobody waits in hospital for a place at home.'],
    closed: null,
    rounds: [full, checkBack],
    actions: [
      {
        ...{
          action: 3,
          text: '=1+1; call the ward',
          kind: 'test of change',
          state: 'done',
          agreed: '2026-11-02',
          due: '2026-12-01',
        },
        ...{ closed: '2026-12-02', owners: ['Hospital trust', 'Municipality A'], nextStep: null, stuck: null },
        ...{ verdict: 'keep', keptBy: 'Municipality A' },
      },
    ],
    decisions: [{ meeting: '2026-11-02', text: 'The duty list is shared each Friday.' }],
    ...parts,
  });

/** An entry of every kind, with all that any says it is about, or with nothing. */
export const logOf = (whole = true, parts: Partial<LogPage> = {}): LogPage =>
  logPage.parse({
    zone: 'Europe/Oslo',
    rows: logKinds.map((what, place) => ({
      ...{ id: 900 - place, at: '2026-11-23T07:00:00.000Z', what },
      by:
        place % 4 === 0
          ? { is: 'person', name: 'Hospital trust leader 1' }
          : { is: (['left', 'stranger', 'clock'] as const)[(place % 4) - 1] },
      round: whole ? 3 : null,
      meeting: whole ? 4 : null,
      action: whole ? 5 : null,
      organisation: whole ? 'Municipality A' : null,
      whom: whole ? { is: 'person', name: 'Municipality A leader 1' } : null,
    })),
    more: true,
    ...parts,
  });

const results = { overview: fullOverview };
const ended = overviewOf({ latest: full, closed, you: { organisation: 'A', role: 'leader', integrationManager: true } });
const end = { overview: ended, manage: setUpOf({ mayChange: false, mayReadLog: true, closed }) };
const keep = { ready: 'main.manage', view: at('#keep') } as const;
const log = { ready: 'main.deliveries', view: at('#log') } as const;

/** What is kept, the log, and a collaboration that is closed. */
export const rightsPages: readonly TabPage[] = [
  { name: 'keep', answers: { ...results, 'hand-over': handOverOf() }, ...keep },
  { name: 'keep-nothing', answers: { ...results, 'hand-over': handOverOf({ rounds: [], actions: [], decisions: [] }) }, ...keep },
  { name: 'keep-loading', answers: { ...results, 'hand-over': 'never' }, ready: '[role=status]', view: at('#keep') },
  { name: 'keep-no-contact', answers: { ...results, 'hand-over': 'no contact' }, ready: alone, view: at('#keep') },
  { name: 'log', answers: { ...results, log: logOf() }, ...log },
  { name: 'log-none', answers: { ...results, log: logOf(true, { rows: [], more: false }) }, ...log },
  { name: 'log-no-permission', answers: { ...results, log: 'no permission' }, ready: alone, view: at('#log') },
  { name: 'log-loading', answers: { ...results, log: 'never' }, ready: '[role=status]', view: at('#log') },
  { name: 'first-closed', answers: end, ready: 'a.arrow' },
  { name: 'manage-closed', answers: end, ready: '#manage-closing', view: at('#manage') },
  {
    name: 'manage-open-round',
    answers: { ...results, manage: setUpOf({ open: 3 }) },
    ready: '#manage-closing',
    view: at('#manage'),
  },
  {
    ...{ name: 'manage-closing-sure', answers: { ...results, manage: setUpOf() }, ready: '.confirm', view: at('#manage') },
    press: ({ tab }) => tab.locator('[aria-labelledby=manage-closing] button').click(),
  },
];
