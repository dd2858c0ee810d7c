import {
  type ActionPage,
  actionPage,
  type Board,
  board,
  type Partners,
  partners,
  type ShownAction,
} from '../../bot/contracts/actions-api.ts';

const organisations = [
  { id: '1', name: 'Hospital trust', left: false },
  { id: '2', name: 'Municipality A', left: false },
  { id: '3', name: 'Municipality B', left: false },
  { id: '4', name: 'Welfare office', left: true },
];
const place = { zone: 'Europe/Oslo', organisations };

export const shownOf = (more: Partial<ShownAction> = {}): ShownAction => ({
  ...{ id: 1, text: 'Call the ward before noon when somebody goes home', kind: 'quick win', state: 'open', group: 'due' },
  ...{ due: '2026-06-05', owners: [{ organisation: '2', name: 'Sample leader of Municipality A' }], own: false },
  ...{ nextStep: null, stuck: null, snoozed: null, verdict: null, keptBy: null },
  ...more,
});
const stuck = { state: 'stuck', group: 'stuck' } as const;
const closed = { state: 'done', group: 'done' } as const;
const all: readonly ShownAction[] = [
  shownOf({ ...stuck, id: 2, stuck: { because: 'rule or law', words: 'Two forms ask for the same' }, own: true }),
  shownOf({ ...stuck, id: 3, text: '<b>One</b> list of medicines', stuck: { because: 'system', words: null } }),
  shownOf({ id: 4, text: 'Meet the night nurses', group: 'silent', owners: [{ organisation: '4', name: null }] }),
  shownOf(),
  shownOf({ id: 5, kind: 'adaptive', text: 'Nobody falls between us', nextStep: 'Ask three families', group: 'due' }),
  shownOf({ id: 6, text: 'Share the duty list', group: 'later', snoozed: { until: '2026-06-20', because: 'Holidays' } }),
  shownOf({ id: 7, text: 'A joint lunch', ...closed }),
  shownOf({ id: 8, text: 'A poster in the corridor', state: 'dropped', group: 'done' }),
  shownOf({ id: 9, text: 'One phone for both', kind: 'test of change', ...closed, verdict: 'keep', keptBy: '3' }),
];

/** As an integration manager sees it: also who is silent. */
export const boardOf = (more: Partial<Board> = {}): Board =>
  board.parse({
    ...{ ...place, mayAgree: true, actions: all, stuck: { 'rule or law': 1, system: 1 }, more: false },
    ...more,
  });

const at = '2026-05-20T09:00:00Z';
export const pageOf = (own: Partial<ActionPage['action']> = {}, more: Partial<Omit<ActionPage, 'action'>> = {}): ActionPage =>
  actionPage.parse({
    ...{ ...place, today: '2026-06-03', mayChange: true, mayNudge: false, seen: 3 },
    action: { ...shownOf({ own: true }), test: null, source: { from: 'pair', one: '1', other: '2' }, moved: 1, ...own },
    history: [
      { what: 'agreed', by: 'Sample chair', at, due: '2026-05-29', owners: shownOf().owners },
      { what: 'stuck', by: 'Sample leader of Municipality A', at, stuck: { because: 'no time', words: 'Easter' } },
      { what: 'more time', by: null, at, due: '2026-06-05' },
    ],
    ...more,
  });

const person = (id: number) => ({ id, name: `Sample leader ${id}`, organisation: String((id % 3) + 1) });
/** Enough people to have to search. */
export const partnersOf = (more: Partial<Partners> = {}): Partners =>
  partners.parse({
    ...{ you: 1, today: '2026-06-03', last: '2028-06-02', organisations },
    people: Array.from({ length: 120 }, (_, place) => person(place + 1)),
    ...more,
  });
