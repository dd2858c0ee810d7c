import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { askGoodFor, mostTries, triesWithin } from '../../domain/linking.ts';
import type { LinkAsk } from '../../domain/linking.ts';
import type { Store } from '../../ports/store.ts';
import { hashOfCode } from './links.ts';
import { canonical } from './members.ts';
import type { Transactions, Trx } from './transaction.ts';

type Asking = Omit<LinkAsk, 'id'>;

/** The channel and the person by keyed hashes, in an order in which nobody waits in a circle. */
const triersOf = (masterKey: Buffer, { channel, by }: Asking): readonly string[] => {
  const { tenantId, objectId } = canonical(by);
  return [`link tries of channel|${channel}`, `link tries of person|${tenantId}|${objectId}`]
    .map((whose) => createHmac('sha256', masterKey).update(whose).digest('hex'))
    .sort();
};

/** One after the other for each channel and each person, so that many at once are counted as many. */
const wait = async (trx: Trx, triers: readonly string[]): Promise<void> => {
  for (const whose of triers) await sql`select pg_advisory_xact_lock(hashtextextended(${whose}, 1))`.execute(trx);
};

const tries = async (trx: Trx, triers: readonly string[], over: Date): Promise<number> => {
  await trx.deleteFrom('link_tries').where('at', '<', over).execute();
  const found = await trx
    .selectFrom('link_tries')
    .select(['whose', sql<number>`count(*)::int`.as('count')])
    .where('whose', 'in', triers)
    .groupBy('whose')
    .execute();
  return Math.max(0, ...found.map(({ count }) => count));
};

/** Takes the code away from whoever comes second; undefined: there is none such that is good now. */
const taken = async (trx: Trx, code: Buffer, at: Date): Promise<CollaborationId | undefined> => {
  const known = await trx
    .selectFrom('link_codes')
    .select('collaboration_id')
    .where('code', '=', code)
    .where('expires', '>', at)
    .executeTakeFirst();
  if (known === undefined) return undefined;
  await sql`select set_config('app.collaboration_id', ${known.collaboration_id}, true)`.execute(trx);
  const gone = await trx
    .deleteFrom('link_codes')
    .where('collaboration_id', '=', known.collaboration_id)
    .where('code', '=', code)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n ? known.collaboration_id : undefined;
};

/** A channel waits once in a collaboration, with its latest asking; whoever waits too long is forgotten. */
const keepAsk = async (trx: Trx, collaboration: CollaborationId, ask: Asking): Promise<number> => {
  const own = trx.deleteFrom('link_asks').where('collaboration_id', '=', collaboration);
  const over = new Date(ask.at.getTime() - askGoodFor);
  await own.where((row) => row.or([row('channel_id', '=', ask.channel), row('at', '<=', over)])).execute();
  const { id } = await trx
    .insertInto('link_asks')
    .values({
      ...{ collaboration_id: collaboration, channel_id: ask.channel, tenant_id: ask.tenantId, at: ask.at },
      ...{ team_name: ask.named.team ?? null, channel_name: ask.named.channel ?? null },
      ...{ asked_tenant: ask.by.tenantId, asked_object: ask.by.objectId, asked_name: ask.byName },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** All in one transaction. It sees the row of the one code that was shown, and the tries of this channel and this person. */
export const useLinkCodeIn =
  ({ outside }: Pick<Transactions, 'outside'>, masterKey: Buffer): Store['useLinkCode'] =>
  (shown, ask) => {
    const code = hashOfCode(masterKey, shown);
    const triers = triersOf(masterKey, ask);
    const over = new Date(ask.at.getTime() - triesWithin);
    return outside(ask.channel, async (trx) => {
      await sql`select set_config('app.link_code', ${code.toString('hex')}, true),
        set_config('app.link_tries', ${triers.join(',')}, true), set_config('app.link_over', ${over.toISOString()}, true)`.execute(
        trx,
      );
      const channel = await trx.selectFrom('channels').select('home').where('channel_id', '=', ask.channel).executeTakeFirst();
      if (channel !== undefined) return { is: 'channel taken' };
      await wait(trx, triers);
      if ((await tries(trx, triers, over)) >= mostTries) return { is: 'too many tries' };
      const collaboration = await taken(trx, code, ask.at);
      if (collaboration !== undefined) return { is: 'asked', collaboration, ask: await keepAsk(trx, collaboration, ask) };
      await trx
        .insertInto('link_tries')
        .values(triers.map((whose) => ({ whose, at: ask.at })))
        .execute();
      return { is: 'no such code' };
    });
  };
