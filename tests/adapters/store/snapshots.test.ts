import assert from 'node:assert/strict';
import { createQueryId, sql, type RootOperationNode } from 'kysely';
import { sealNewKey } from '../../../bot/adapters/pseudonyms.ts';
import { collaborationsIn } from '../../../bot/adapters/store/collaborations.ts';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import { snapshotsIn } from '../../../bot/adapters/store/snapshots.ts';
import { transactionsOf } from '../../../bot/adapters/store/transaction.ts';
import type { CollaborationId } from '../../../bot/domain/collaboration.ts';
import { masterKey, onEveryEngine } from '../../store-engines.ts';
import { somebody, wish } from './samples.ts';

type Plan = { readonly 'Node Type': string; readonly 'Actual Rows': number; readonly Plans?: readonly Plan[] };
const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('reading the newest results', () => {
  onEveryEngine(openDatabase, (opened) => {
    it('is two looks into an index and two rows, however many rounds there were', async () => {
      const { db } = opened();
      const transactions = transactionsOf(db);
      const { createCollaboration } = collaborationsIn(transactions, (id) => sealNewKey(masterKey, id));
      const id = (await createCollaboration(wish(), somebody('Sample integration manager'))) as CollaborationId;
      const nodes = await transactions.within(id, async (trx) => {
        await sql`
          insert into rounds (collaboration_id, number, state, mode, k, audience, opens, closes)
          select ${id}::uuid, number, 'closed', 'matrix', 5, '{leader}', now(), now() + number * interval '1 day'
          from generate_series(1, 3000) as number`.execute(trx);
        await sql`
          insert into snapshots (collaboration_id, round, snapshot)
          select ${id}::uuid, number, '{}' from generate_series(1, 3000) as number`.execute(trx);
        const asked: RootOperationNode[] = [];
        const noting = trx.withPlugin({
          transformQuery: ({ node }) => {
            asked.push(node);
            return node;
          },
          transformResult: ({ result }) => Promise.resolve({ ...result, rows: [] }),
        });
        await snapshotsIn(noting, id).latest();
        const [node] = asked;
        assert.ok(node && asked.length === 1);
        const query = trx.getExecutor().compileQuery(node, createQueryId());
        const explained = await trx.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>({
          ...query,
          sql: `explain (analyze, format json) ${query.sql}`,
        });
        return explained.rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan)));
      });
      assert.deepEqual(
        nodes.filter((node) => /Scan/.test(node['Node Type'])).map((node) => [node['Node Type'], node['Actual Rows']]),
        // The round that closed last, and its results.
        [
          ['Index Scan', 1],
          ['Index Scan', 1],
        ],
      );
      assert.ok(!nodes.some((node) => /Sort/.test(node['Node Type'])));
    });
  });
});
