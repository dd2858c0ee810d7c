import {
  roundDesk,
  type RoundDesk,
  rosterPage,
  type RosterPage,
  type RosterPerson,
  setUp,
  type SetUp,
} from '../../bot/contracts/manage-api.ts';

export const setUpOf = (parts: Partial<SetUp> = {}): SetUp =>
  setUp.parse({
    version: 4,
    mayChange: true,
    mayReadLog: true,
    purpose: 'People who leave hospital meet one plan, not four.',
    outcomes: [
      { id: 1, text: 'Nobody waits in hospital for a place at home.' },
      { id: 2, text: 'Everybody knows whom to call on a Friday afternoon.' },
    ],
    organisations: [
      { id: '1', name: 'Hospital trust', left: false, people: { leader: 5, employee: 6 } },
      { id: '2', name: 'Municipality A', left: false, people: { leader: 4, employee: 5 } },
      { id: '3', name: 'Municipality B', left: true, people: { leader: 4, employee: 2 } },
      { id: '4', name: 'Welfare office', left: false, people: { leader: 4, employee: 0 } },
    ],
    ...{ language: 'en', zone: 'Europe/Oslo', nextMeeting: '2026-12-14', zones: ['Europe/Oslo', 'Europe/London'] },
    open: null,
    channels: [
      { id: 1, home: true, here: true, name: null },
      { id: 2, home: false, here: false, name: 'Municipality A / Employees' },
    ],
    asks: [
      {
        ...{ id: 3, name: null, tenant: '00000000-0000-4000-8000-000000000001', by: 'Municipality B leader 1' },
        at: '2026-11-23T10:05:00.000Z',
      },
    ],
    limits: { purpose: 300, outcome: 200, outcomes: 6, name: 80, organisations: 30 },
    ...parts,
  });

/** As somebody sees it who is no integration manager. */
export const readOnly = (): SetUp =>
  setUpOf({
    mayChange: false,
    asks: [],
    mayReadLog: false,
    organisations: setUpOf().organisations.map((one, place) => ({
      ...one,
      people: place === 3 ? { fewerThan: 5 } : { people: 9 - place },
    })),
  });

const person = (id: number, name: string, parts: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ id, name, organisation: '2', role: 'leader', integrationManager: false, chair: false },
  ...parts,
});

export const peopleOf = (parts: Partial<RosterPage> = {}): RosterPage =>
  rosterPage.parse({
    people: [
      person(1, 'Hospital trust leader 1', { organisation: '1', integrationManager: true, chair: true }),
      person(2, 'Municipality A leader 1', { chair: true }),
      person(3, 'Municipality B employee 1', { organisation: '3', role: 'employee' }),
      person(4, 'Somebody without a place', { organisation: null, role: null }),
    ],
    page: 0,
    pages: 2,
    ...parts,
  });

export const planOf = (parts: Partial<Extract<RoundDesk, { is: 'plan' }>> = {}): RoundDesk =>
  roundDesk.parse({
    is: 'plan',
    wish: { instrument: 'relational', questions: [], audience: ['leader'], k: 4, closingDate: '2026-12-11' },
    ...{ mode: 'matrix', form: 'full', minutes: 2, closes: '2026-12-11T14:00:00.000Z', obstacle: null, mayReopen: null },
    invited: { '1': 5, '2': 4, '4': 3 },
    reminders: ['2026-12-04', '2026-12-09', '2026-12-11'],
    questions: [{ id: 7, text: 'We know whom to call at {org} on a Friday afternoon.' }],
    mostQuestions: 3,
    ...parts,
  });

export const openOf = (): RoundDesk =>
  roundDesk.parse({
    is: 'open',
    ...{ round: 3, instrument: 'relational', audience: ['leader'], k: 4, mode: 'matrix', closes: '2026-12-11T14:00:00.000Z' },
    ...{ answered: 4, invited: 9, leavesOut: true },
    deliveries: ["The channel's card is posted."],
  });
