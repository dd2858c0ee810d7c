import { type AgendaPage, agendaPage, type ChosenArea, type ReviewLine } from '../../bot/contracts/agenda-api.ts';
import { shownOf } from './actions-fixtures.ts';

const organisations = [
  { id: '1', name: 'Hospital trust', left: false },
  { id: '2', name: 'Municipality A', left: false },
  { id: '3', name: 'Municipality B', left: false },
  { id: '4', name: 'Welfare office', left: false },
];
const at = '2026-05-20T09:00:00Z';

const line = (id: number, more: Partial<ReviewLine> = {}): ReviewLine => ({
  ...{ id, text: 'Call the ward before noon when somebody goes home', kind: 'quick win', due: '2026-06-05' },
  ...{ owners: [{ organisation: '2', name: 'Sample leader of Municipality A' }], nextStep: null, stuck: null, said: null },
  ...more,
});
const stuck = { because: 'rule or law', words: 'Two forms ask for the same' } as const;
const review: AgendaPage['review'] = {
  stuck: [line(2, { stuck, said: { what: 'stuck', at, stuck } }), line(3, { text: '<b>One</b> list of medicines' })],
  late: [
    line(4, {
      text: 'Meet the night nurses',
      due: '2026-05-22',
      owners: [],
      said: { what: 'on track', at },
    }),
  ],
  due: [
    line(5, { text: 'Nobody falls between us', kind: 'adaptive', nextStep: 'Ask three families' }),
    line(6, { text: 'Share the duty list', said: { what: 'more time', at, due: '2026-06-05', said: 'Two wards are left' } }),
  ],
  done: [line(7, { text: 'A joint lunch', said: { what: 'done', at } })],
  later: 2,
  cycle: { due: 4, done: 3, completion: 0.75, onTime: 0.5, carriedOver: 1 },
};

export const gap = { kind: 'expectation gap', from: '2', to: '1', need: 4.8, canGive: 2.8, gap: 2 } as const;
const uneven = { kind: 'asymmetric pair', one: '1', other: '2', there: 3.3, back: 2.3, gap: 1 } as const;
const item = { kind: 'item', item: 'R3', mean: 2.6, profiles: 8 } as const;
const rule = { kind: 'stuck because', reason: 'rule or law', count: 3 } as const;
const offered = [
  { key: 'expectation gap:2:1', area: gap },
  { key: 'asymmetric pair:1:2', area: uneven },
  { key: 'item:R3', area: item },
  { key: 'stuck because:rule or law', area: rule },
];

const seat = (organisation: number, name: string | null = null) => ({ organisation: String(organisation), name });
export const areaOf = (more: Partial<ChosenArea> = {}): ChosenArea => ({
  ...{ id: 1, key: 'expectation gap:2:1', area: gap, sorting: null, way: null, groups: null, silent: null },
  topic: { is: 'pair', kind: 'expectation gap', one: '2', other: '1' },
  ...more,
});
export const worked: readonly ChosenArea[] = [
  areaOf({
    ...{ sorting: { known: true, able: false, same: true }, way: 'adaptive' },
    groups: [
      [seat(1, 'Sample leader 1'), seat(2, 'Sample leader 2'), seat(3, 'Sample leader 3')],
      [seat(1, 'Sample leader 4'), seat(4, 'Sample leader 5'), seat(3)],
    ],
  }),
  areaOf({
    ...{ id: 2, key: 'own:night shifts', topic: { is: 'own', text: 'Night shifts' }, area: null },
    ...{ sorting: { known: true, able: true, same: true }, way: 'technical' },
  }),
  areaOf({ id: 3, key: 'item:R4', topic: { is: 'item', item: 'R4' }, area: null }),
];

/** A meeting under way, as who leads it sees it. */
export const agendaOf = (more: Partial<AgendaPage> = {}): AgendaPage =>
  agendaPage.parse({
    ...{ zone: 'Europe/Oslo', today: '2026-06-03', last: '2028-06-02', number: 3, date: '2026-06-03', starts: '09:00' },
    ...{ over: false, mayLead: true, mayAgree: true, version: 4, started: '2026-06-03T07:02:00Z', step: 'recap', organisations },
    purpose: 'People who leave hospital get the help they need at home, without waiting.',
    outcomes: ['Nobody waits more than two days for help at home', 'Everybody knows whom to call'],
    lastTime: {
      ...{ number: 2, date: '2026-04-08' },
      decisions: ['We call before noon.', 'One person in each organisation answers the partner line.'],
    },
    next: { number: 4, date: '2026-09-02', starts: '09:00' },
    here: [
      { organisation: '1', count: 5 },
      { organisation: '2', count: 3 },
      { organisation: '4', count: 2 },
    ],
    newcomers: [seat(4, 'Sample leader of the welfare office')],
    ...{ review, closed: '2026-05-31T10:00:00Z', offered, chosen: [], decisions: [], agreed: [] },
    limits: { decision: 400, decisions: 30 },
    strength: { kind: 'mutual strength', one: '2', other: '3', strength: 4.2 },
    ...more,
  });

export const decided = [
  { id: 1, text: 'We try one phone for both until summer.' },
  { id: 2, text: 'The partner line is open on Saturdays too.' },
];
export const agreed = [
  shownOf({ id: 11, text: 'Write one form together', group: 'later', due: '2026-09-02' }),
  shownOf({ id: 12, text: 'Nobody waits for a list', kind: 'adaptive', nextStep: 'Ask three families', due: '2026-09-02' }),
];
