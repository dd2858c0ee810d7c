import assert from 'node:assert/strict';
import fc from 'fast-check';
import { roles } from '../../bot/domain/collaboration.ts';
import type { Role } from '../../bot/domain/collaboration.ts';
import { mayJoin } from '../../bot/domain/joining.ts';
import type { JoinableRound } from '../../bot/domain/joining.ts';
import { mostPartners } from '../../bot/domain/questionnaire.ts';
import { headsOf } from '../../bot/domain/scoring/response.ts';
import { drawnPartners } from '../../bot/domain/survey.ts';

type Newcomer = { readonly organisation: string; readonly role: Role };

/** Organisations A, B, C ..., each with so many leaders and employees. */
const roundOf = (k: number, heads: readonly (readonly [number, number])[], more: Partial<JoinableRound> = {}): JoinableRound => {
  const organisations = heads.map((_, place) => String.fromCharCode(65 + place));
  const invited = organisations.map(
    (id, place) => [id, { leader: heads[place]?.[0] ?? 0, employee: heads[place]?.[1] ?? 0 }] as const,
  );
  return {
    mode: 'matrix',
    aboutPartners: true,
    k,
    audience: roles,
    organisations,
    invited: Object.fromEntries(invited),
    ...more,
  };
};

const after = (round: JoinableRound, { organisation, role }: Newcomer): JoinableRound => {
  const own = { leader: 0, employee: 0, ...round.invited[organisation] };
  return { ...round, invited: { ...round.invited, [organisation]: { ...own, [role]: own[role] + 1 } } };
};
/** As they come one after the other: who may join is invited. */
const joined = (round: JoinableRound, newcomers: readonly Newcomer[]): JoinableRound =>
  newcomers.reduce((now, newcomer) => (mayJoin(now, newcomer) ? after(now, newcomer) : now), round);

/** The same a second time, by dealing out partners one respondent after the other. */
const answersAbout = (round: JoinableRound, from: string, to: string, heads: number): number => {
  const { organisations, partnersEach } = round;
  if (partnersEach === undefined) return heads;
  const others = organisations.flatMap((id, place) => (id === from ? [] : [place]));
  return Array.from({ length: heads }, (_, place) => drawnPartners(others, place)).filter((drawn) =>
    drawn.includes(organisations.indexOf(to)),
  ).length;
};

type Group = { readonly name: string; readonly answers: number };

/** Everything whose answers may come to stand together, with how many there are if everybody answers. */
const groupsOf = (round: JoinableRound): readonly Group[] => {
  const { organisations, invited, audience, mode } = round;
  const answers = (from: string, to: string, of: readonly Role[]) => answersAbout(round, from, to, headsOf(invited, from, of));
  if (mode === 'pooled')
    return organisations.map((to) => ({
      name: `everybody about ${to}`,
      answers: organisations.filter((id) => id !== to).reduce((sum, from) => sum + answers(from, to, audience), 0),
    }));
  const shownApart = audience.length > 1 ? [audience, ...audience.map((role) => [role])] : [audience];
  return organisations.flatMap((from) =>
    organisations
      .filter((to) => to !== from)
      .flatMap((to) => shownApart.map((of) => ({ name: `${of.join()} of ${from} about ${to}`, answers: answers(from, to, of) }))),
  );
};

const head = fc.integer({ min: 0, max: 8 });
const anyRound = fc
  .record({
    k: fc.integer({ min: 3, max: 6 }),
    heads: fc.array(fc.tuple(head, head), { minLength: 2, maxLength: 9 }),
    audience: fc.constantFrom<readonly Role[]>(['leader'], ['employee'], roles),
    mode: fc.constantFrom('matrix' as const, 'pooled' as const),
    short: fc.boolean(),
  })
  .map(({ k, heads, audience, mode, short }) =>
    roundOf(k, heads, { audience, mode, ...(short ? { partnersEach: mostPartners } : {}) }),
  );
const anyComing = anyRound.chain((round) =>
  fc.record({
    round: fc.constant(round),
    newcomers: fc.array(
      fc.record({ organisation: fc.constantFrom(...round.organisations), role: fc.constantFrom(...round.audience) }),
      { maxLength: 40 },
    ),
  }),
);

describe('who joins while a round is open', function () {
  this.timeout(60_000);

  it('is counted to no organisation, and to no role shown apart, that had fewer than k invited', () => {
    const round = roundOf(3, [
      [3, 0],
      [2, 5],
      [3, 4],
      [1, 1],
    ]);
    const may = (organisation: string, role: Role): boolean => mayJoin(round, { organisation, role });
    assert.deepEqual([may('A', 'leader'), may('A', 'employee')], [true, false]);
    assert.deepEqual([may('B', 'leader'), may('B', 'employee')], [false, true]);
    assert.deepEqual([may('C', 'leader'), may('C', 'employee')], [true, true]);
    assert.deepEqual([may('D', 'leader'), may('D', 'employee')], [false, false]);
  });

  it('joins a role of any size where only that role is asked and the organisation has k', () => {
    const round = roundOf(
      3,
      [
        [3, 0],
        [4, 0],
      ],
      { audience: ['leader'] },
    );
    assert.ok(mayJoin(round, { organisation: 'A', role: 'leader' }));
  });

  it('in the short form joins no organisation whose pairs get fewer than k answers, though k or more are invited', () => {
    // Ten partners, five each: nine people give four or five answers a pair, ten give five.
    const others = Array.from({ length: 10 }, () => [20, 0] as const);
    const round = (heads: number) => roundOf(5, [[heads, 0], ...others], { audience: ['leader'], partnersEach: mostPartners });
    assert.deepEqual(
      [5, 9, 10].map((heads) => mayJoin(round(heads), { organisation: 'A', role: 'leader' })),
      [false, false, true],
    );
  });

  it('in pooled mode joins unless some organisation they are asked about is seen by fewer than k', () => {
    const round = roundOf(
      5,
      [
        [9, 0],
        [2, 0],
        [2, 0],
      ],
      { audience: ['leader'], mode: 'pooled' },
    );
    // About A only the four of B and C answer.
    assert.deepEqual(
      round.organisations.map((organisation) => mayJoin(round, { organisation, role: 'leader' })),
      [true, false, false],
    );
  });

  it('in a round about the network as a whole joins wherever they belong', () => {
    const round = roundOf(
      5,
      [
        [3, 0],
        [2, 0],
        [0, 0],
      ],
      { aboutPartners: false, mode: 'pooled' },
    );
    assert.ok(round.organisations.every((organisation) => mayJoin(round, { organisation, role: 'employee' })));
  });

  it('lifts no group over k, however many come one after the other', () => {
    fc.assert(
      fc.property(anyComing, ({ round, newcomers }) => {
        const before = groupsOf(round).filter(({ answers }) => answers < round.k);
        const later = new Map(groupsOf(joined(round, newcomers)).map(({ name, answers }) => [name, answers]));
        assert.deepEqual(
          before.map(({ name }) => [name, later.get(name)]),
          before.map(({ name, answers }) => [name, answers]),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('in matrix mode leaves every organisation, and role in it, that had fewer than k as it was', () => {
    fc.assert(
      fc.property(anyComing, ({ round, newcomers }) => {
        fc.pre(round.mode === 'matrix');
        const now = joined(round, newcomers);
        for (const organisation of round.organisations) {
          for (const of of round.audience.length > 1 ? [roles, ['leader'] as const, ['employee'] as const] : [round.audience]) {
            const [was, is] = [round, now].map(({ invited }) => headsOf(invited, organisation, of));
            if ((was ?? 0) < round.k) assert.equal(is, was);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused only where a group they would enter is below k', () => {
    fc.assert(
      fc.property(anyComing, ({ round, newcomers: [newcomer] }) => {
        if (newcomer === undefined) return;
        const entered = groupsOf(round).filter(({ name }) => {
          if (round.mode === 'pooled') return !name.endsWith(`about ${newcomer.organisation}`);
          const own = name.includes(` of ${newcomer.organisation} `);
          return own && name.split(' of ')[0]?.split(',').includes(newcomer.role) === true;
        });
        assert.equal(
          mayJoin(round, newcomer),
          entered.every(({ answers }) => answers >= round.k),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
