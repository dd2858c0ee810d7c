import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Action, ActionEvent } from '../../../bot/domain/actions/action.ts';
import { alter } from '../../../bot/domain/actions/changing.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import type { Place } from '../../../bot/adapters/store/database.ts';
import { transactionsOf } from '../../../bot/adapters/store/transaction.ts';
import { unitIn } from '../../../bot/adapters/store/unit.ts';
import type { Unit } from '../../../bot/ports/unit.ts';
import { actionOf, testOfChange } from '../../domain/actions/builders.ts';
import { masterKey, onEveryEngine, patience } from '../../store-engines.ts';
import { hours, noon, somebody, wish } from './samples.ts';

const open = async (place: Place) => {
  const database = await openDatabase(place);
  const transactions = transactionsOf(database.db);
  const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
  return {
    ...database,
    transactions,
    within: <T>(id: CollaborationId, work: (unit: Unit) => Promise<T>): Promise<T> =>
      transactions.within(id, (trx) => work(unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey }))),
    create: async () => (await createCollaboration(wish(), somebody('Sample manager', 1, 'leader'))) as CollaborationId,
  };
};
type Opened = Awaited<ReturnType<typeof open>>;

const agreedBy = (by: number): ActionEvent => ({ what: 'agreed', by, at: noon, was: {}, is: { state: 'open' } });

/** A collaboration with two members, and what an action of theirs takes. */
const prepare = async ({ create, within }: Opened) => {
  const id = await create();
  const [one, two] = await within(id, async ({ members }) => [
    await members.put(somebody('Sample owner', 1, 'leader')),
    await members.put(somebody('Sample other', 2, 'leader')),
  ]);
  const owners = [{ organisation: 1, member: one.id }];
  const fresh = (more: Partial<Action> = {}): Omit<Action, 'id'> => {
    const all = actionOf({ owners, agreedBy: one.id, agreed: noon, heard: noon, nudgedFrom: noon, ...more });
    return Object.fromEntries(Object.entries(all).filter(([key]) => key !== 'id')) as unknown as Omit<Action, 'id'>;
  };
  let requests = 0;
  const agree = async (more: Partial<Action> = {}, next: Date | 'never' = hours(1)): Promise<Action> => {
    requests += 1;
    const action = await within(id, (unit) =>
      unit.actions.agree(fresh(more), `request ${requests}`, agreedBy(one.id), next === 'never' ? undefined : next),
    );
    assert.ok(action);
    return action;
  };
  return { id, one, two, fresh, agree };
};

describe('agreed actions are kept', () => {
  onEveryEngine(open, (opened) => {
    it('as they were agreed, with owners in their order, and once for each request, also by two at once', async () => {
      const { within } = opened();
      const { id, one, two, fresh } = await prepare(opened());
      const owners = [
        { organisation: 2, member: two.id },
        { organisation: 1, member: one.id },
      ];
      const wanted = [
        fresh({ owners }),
        fresh({ kind: 'adaptive', nextStep: 'One step', source: { from: 'pair', one: 1, other: 2 } }),
        fresh({ kind: 'test of change', test: testOfChange, source: { from: 'message', link: 'https://example.org/1' } }),
      ];
      for (const [at, action] of wanted.entries()) {
        const request = `sample ${at}`;
        const all = await Promise.all(
          [1, 2].map(() => within(id, (unit) => unit.actions.agree(action, request, agreedBy(one.id), hours(1)))),
        );
        const [kept, ...others] = all.filter((one_) => one_ !== undefined);
        assert.deepEqual(others, []);
        assert.ok(kept);
        assert.deepEqual(await within(id, (unit) => unit.actions.agreedWith(request)), { ...action, id: kept.id });
        assert.deepEqual(await within(id, (unit) => unit.actions.history(kept.id)), [agreedBy(one.id)]);
      }
      assert.equal((await within(id, (unit) => unit.actions.open())).length, 3);
    });

    it('and counted as their cycle takes them; what a test showed to be worth keeping is found, the newest first', async () => {
      const { within } = opened();
      const { id, agree } = await prepare(opened());
      const test = { kind: 'test of change', test: testOfChange, state: 'done' } as const;
      const first = await agree({ ...test, verdict: 'keep', keptBy: 2, closed: hours(1), due: '2027-03-01' }, 'never');
      await agree({ ...test, verdict: 'drop', closed: hours(2), due: '2027-03-02' }, 'never');
      const second = await agree({ ...test, verdict: 'keep', keptBy: 1, closed: hours(3), due: '2027-03-03' }, 'never');
      const still = await agree({ due: '2027-02-01' });
      assert.deepEqual(await within(id, ({ actions }) => actions.kept(10)), [second, first]);
      assert.deepEqual(await within(id, ({ actions }) => actions.kept(1)), [second]);
      const cycle = await within(id, ({ actions }) => actions.cycle());
      assert.deepEqual(cycle[0], { id: still.id, state: 'open', due: '2027-02-01' });
      assert.deepEqual(
        cycle.map(({ due }) => due),
        ['2027-02-01', '2027-03-01', '2027-03-02', '2027-03-03'],
      );
    });

    it('and found by their words and their owners’ organisations: own ones first, then by due date, closed ones last', async () => {
      const { within } = opened();
      const { id, one, two, agree } = await prepare(opened());
      const others = [{ organisation: 2, member: two.id }];
      const late = await agree({ text: 'Ring TILBAKE til Øst', owners: others, due: '2027-05-01' });
      const soon = await agree({ text: 'ring tilbake til øst', owners: others, due: '2027-04-01' });
      const own = await agree({ text: '100 % _sure_ \\o/ tilbake', due: '2027-06-01' });
      const done = await agree({ text: 'tilbake', closed: hours(1), state: 'done' }, 'never');
      const find = async (words: readonly (readonly [string, ...number[]])[], most = 10) => {
        const wanted = words.map(([word, ...organisations]) => ({ word, organisations }));
        return (await within(id, (unit) => unit.actions.search(wanted, one.id, most))).map((action) => action.id);
      };
      assert.deepEqual(await find([['tilbake']]), [own.id, soon.id, late.id, done.id]);
      assert.deepEqual(await find([]), [own.id, soon.id, late.id, done.id]);
      assert.deepEqual(await find([['tilbake']], 2), [own.id, soon.id]);
      assert.deepEqual(await find([['øst'], ['ring']]), [soon.id, late.id]);
      assert.deepEqual(await find([['tilbake'], ['sample', 2]]), [soon.id, late.id]);
      for (const sign of ['%', '_', '\\', '% _', 'e_ \\o']) assert.deepEqual(await find([[sign]]), [own.id], sign);
      assert.deepEqual(await find([['nothing']]), []);
    });

    it('as they stand after each change, with the history; closed ones apart from open ones', async () => {
      const { within } = opened();
      const { id, one, two, agree } = await prepare(opened());
      const action = await agree();
      const steps = [
        { what: 'stuck', altered: { state: 'stuck', stuck: { because: 'rule or law', words: 'Sample' } } },
        { what: 'snoozed', altered: { snoozed: { until: '2026-03-20', because: 'Sample' } } },
        { what: 'handed over', altered: { owners: [{ organisation: 2, member: two.id }], stuck: undefined, state: 'open' } },
        { what: 'done', altered: { state: 'done', closed: hours(5), snoozed: undefined } },
      ] as const;
      let now = action;
      const told = [agreedBy(one.id)];
      for (const { what, altered } of steps) {
        const { after, event } = alter(now, what, altered, hours(5), one.id);
        await within(id, (unit) => unit.actions.change(after, event, after.closed === undefined ? 'as it is' : undefined));
        assert.deepEqual(await within(id, (unit) => unit.actions.findToChange(action.id)), after);
        told.push(event);
        now = after;
      }
      await within(id, async ({ actions }) => {
        assert.deepEqual(await actions.history(action.id), told);
        assert.deepEqual(
          await actions.saidBy(one.id),
          told.map((event) => ({ ...event, action: action.id })),
        );
        assert.deepEqual([await actions.open(), await actions.closed(5)], [[], [now]]);
        assert.deepEqual([await actions.ownedBy(one.id), await actions.ownedBy(two.id)], [[], [now]]);
        assert.equal(await actions.findToChange(action.id + 1_000), undefined);
      });
    });

    it('and what no action can be is refused by the database too', async () => {
      const { within } = opened();
      const { id, fresh, one } = await prepare(opened());
      const never: readonly Partial<Action>[] = [
        { state: 'done' },
        { closed: noon },
        { state: 'stuck' },
        { kind: 'test of change' },
        { kind: 'test of change', test: testOfChange, state: 'done', closed: noon },
        { kind: 'test of change', test: testOfChange, state: 'done', closed: noon, verdict: 'keep' },
        { text: '' },
      ];
      for (const more of never)
        await assert.rejects(
          within(id, (unit) => unit.actions.agree(fresh(more), 'never', agreedBy(one.id), undefined)),
          /violates check constraint/,
          JSON.stringify(more),
        );
      const closed = { state: 'dropped', closed: noon } as const;
      await assert.rejects(
        within(id, (unit) => unit.actions.agree(fresh(closed), 'never', agreedBy(one.id), noon)),
        /violates check constraint/,
        'nothing is due of what is closed',
      );
    });

    it('nobody sees or touches those of another collaboration', async () => {
      const { within, create, transactions } = opened();
      const { id, one, agree } = await prepare(opened());
      const action = await agree();
      const other = await create();
      await within(other, async ({ actions }) => {
        assert.deepEqual(await actions.open(), []);
        assert.deepEqual(await actions.some([action.id]), []);
        assert.deepEqual(await actions.due(hours(100), 10), []);
        assert.deepEqual(await actions.history(action.id), []);
        await actions.setNext(action.id, undefined);
      });
      await transactions.within(other, async (trx) => {
        for (const table of ['actions', 'action_owners', 'action_events', 'nudges'])
          assert.deepEqual((await sql`select 1 from ${sql.table(table)}`.execute(trx)).rows, [], table);
      });
      await assert.rejects(
        transactions.within(other, (trx) =>
          trx
            .insertInto('action_owners')
            .values({ collaboration_id: id, action_id: action.id, position: 2, organisation: 1, member_id: one.id })
            .execute(),
        ),
        /row-level security/,
      );
      assert.deepEqual(await within(id, (unit) => unit.actions.nextDue()), hours(1));
    });
  });
});

describe('what is due about agreed actions', () => {
  onEveryEngine(open, (opened) => {
    it('is found longest due first, at most so many, and is set anew', async () => {
      const { within } = opened();
      const { id, agree } = await prepare(opened());
      const late = await agree({}, hours(3));
      const early = await agree({}, hours(1));
      await agree({}, 'never');
      const due = (at: Date, most = 10) => within(id, async (unit) => (await unit.actions.due(at, most)).map((one) => one.id));
      assert.deepEqual(await due(noon), []);
      assert.deepEqual(await due(hours(3)), [early.id, late.id]);
      assert.deepEqual(await due(hours(3), 1), [early.id]);
      await within(id, (unit) => unit.actions.setNext(early.id, undefined));
      assert.deepEqual(await due(hours(3)), [late.id]);
      assert.deepEqual(await within(id, (unit) => unit.actions.nextDue()), hours(3));
    });

    it('is claimed once for each person, and is free again where it waits and its action is snoozed', async () => {
      const { within } = opened();
      const { id, one, agree } = await prepare(opened());
      const action = await agree();
      const nudges = (['heads up', 'due day'] as const).map((step) => ({ action: action.id, due: action.due, step }));
      await within(id, async ({ actions, deliveries }) => {
        assert.equal(await actions.waitingFor(one.id), undefined);
        const delivery = await deliveries.claim({ key: 'nudge 1', kind: 'nudge', member: one.id }, noon);
        assert.ok(delivery);
        assert.deepEqual(await deliveries.find(delivery.id), delivery);
        assert.equal(await actions.waitingFor(one.id), delivery.id);
        await actions.claim(one.id, nudges.slice(0, 1), delivery.id);
        assert.deepEqual(await actions.unclaimed(one.id, nudges), nudges.slice(1));
        assert.deepEqual(await actions.ofDelivery(delivery.id), nudges.slice(0, 1));
        await actions.release(action.id);
        assert.deepEqual(await actions.unclaimed(one.id, nudges), nudges);
        await actions.claim(one.id, nudges, delivery.id);
        await deliveries.begin(delivery.id, noon);
        await actions.release(action.id);
        assert.deepEqual(await actions.unclaimed(one.id, nudges), [], 'what is on its way stays claimed');
        assert.equal(await actions.waitingFor(one.id), undefined);
      });
      await assert.rejects(
        within(id, async ({ actions, deliveries }) => {
          const delivery = await deliveries.claim({ key: 'nudge 2', kind: 'nudge', member: one.id }, noon);
          await actions.claim(one.id, nudges, delivery?.id ?? 0);
        }),
        /duplicate key/,
      );
      assert.deepEqual(await within(id, (unit) => unit.deliveries.toMember(one.id)), [
        { kind: 'nudge', state: 'sending', at: noon },
      ]);
    });

    it('is found by its index: what exists and is not due is not read', async function () {
      this.timeout(patience);
      const { transactions, db } = opened();
      const { id, one } = await prepare(opened());
      await transactions.within(id, async (trx) => {
        await sql`
          insert into actions (collaboration_id, request, text, kind, due, source, state, moved, agreed, agreed_by, heard, nudged_from, next_nudge)
          select ${id}::uuid, 'many ' || n, 'Sample', 'quick win', '2026-03-13', '{"from":"by hand"}', 'open', 0, ${noon}, ${one.id}, ${noon}, ${noon},
            ${noon}::timestamptz + n * interval '1 hour'
          from generate_series(1, 20000) n`.execute(trx);
      });
      await sql`analyze actions`.execute(db).catch(() => undefined);
      const { rows } = await transactions.within(id, (trx) =>
        sql<{ 'QUERY PLAN': string }>`
          explain (analyze, costs off, timing off, summary off)
          select id from actions where collaboration_id = ${id} and next_nudge <= ${hours(50)}::timestamptz order by next_nudge, id limit 100`.execute(
          trx,
        ),
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      assert.match(plan, /Index (Only )?Scan (using|on) actions_due (on actions )?\(actual rows=50\b/);
      assert.doesNotMatch(plan, /Seq Scan|Rows Removed/);
      const after = await transactions.within(id, (trx) =>
        unitIn(trx, id, { enqueue: () => Promise.resolve(), masterKey }).actions.due(hours(50), 100),
      );
      assert.equal(after.length, 50);
    });
  });
});

describe('a member’s name', () => {
  onEveryEngine(open, (opened) => {
    it('is taken out of closed actions and their history; the organisation stays, and so does what is open', async () => {
      const { within } = opened();
      const { id, one, two, agree } = await prepare(opened());
      const openOne = await agree();
      const closed = await agree();
      await within(id, async ({ actions }) => {
        const owners = [
          { organisation: 2, member: two.id },
          { organisation: 1, member: one.id },
        ];
        const over = alter(closed, 'handed over', { owners }, hours(1), one.id);
        await actions.change(over.after, over.event, 'as it is');
        const done = alter(over.after, 'done', { state: 'done', closed: hours(2) }, hours(2), two.id);
        await actions.change(done.after, done.event, undefined);
        await actions.forgetInClosed(one.id);
        const [now] = await actions.some([closed.id]);
        assert.deepEqual(now?.owners, [{ organisation: 2, member: two.id }, { organisation: 1 }]);
        assert.equal(now.agreedBy, undefined);
        const history = await actions.history(closed.id);
        assert.deepEqual(
          history.map(({ by }) => by),
          [undefined, undefined, two.id],
        );
        assert.deepEqual([history[1]?.was.owners, history[1]?.is.owners], [[{ organisation: 1 }], now.owners]);
        assert.deepEqual(await actions.saidBy(one.id), [{ ...agreedBy(one.id), action: openOne.id }]);
        assert.deepEqual(await actions.ownedBy(one.id), [openOne]);
        await actions.forgetInClosed(one.id);
      });
    });

    it('is beside the zone they are in, where that is known', async () => {
      const { within } = opened();
      const { id, one } = await prepare(opened());
      await within(id, async ({ members }) => {
        assert.equal((await members.find(one.id))?.zone, undefined);
        await members.setZone(one.id, 'Europe/London');
        assert.equal((await members.put({ ...one, zone: 'Europe/Helsinki' })).zone, 'Europe/Helsinki');
        assert.equal((await members.put(one)).zone, 'Europe/Helsinki');
      });
    });
  });
});
