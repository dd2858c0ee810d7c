import { sql } from 'kysely';
import { z } from 'zod';
import type { Transactions } from './store/transaction.ts';

/** A conversation reference as the SDK hands it over; kept as it is. */
export type Reference = Readonly<Record<string, unknown>>;

export type Installations = {
  /** False: it was there already, and `overwrite` was not asked for. */
  add(key: string, reference: Reference, overwrite: boolean): Promise<boolean>;
  /** False: it was not there. */
  remove(key: string): Promise<boolean>;
  find(key: string): Promise<Reference | undefined>;
  /** Any installation of this tenant: all of them are reached by the same address. Keys are `_<tenant>_<conversation>`. */
  ofTenant(tenantId: string): Promise<Reference | undefined>;
  /** Teams reaches this tenant by another address from now on; nothing changes where it is known already. */
  moveTo(tenantId: string, serviceUrl: string): Promise<void>;
  /** At most `size` in the order of their keys; `token` of the page before gives the next one. No `token`: this is the last. */
  page(size: number, token?: string): Promise<{ readonly references: readonly Reference[]; readonly token?: string }>;
};

const reference = z.record(z.string(), z.unknown());

/** The first key behind those of a tenant: the sign after `_`. */
const after = (tenantId: string): string => `_${tenantId}\u0060`;

/** Where the bot is installed: what the SDK learns at installation and needs to write there unasked. Not of one collaboration. */
export const installationsIn = ({ outside }: Pick<Transactions, 'outside'>): Installations => ({
  add: (key, given, overwrite) =>
    outside(undefined, async (trx) => {
      const row = { key, reference: JSON.stringify(given) };
      const result = await trx
        .insertInto('installations')
        .values(row)
        .onConflict((conflict) =>
          overwrite ? conflict.column('key').doUpdateSet({ reference: row.reference }) : conflict.doNothing(),
        )
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    }),

  remove: (key) =>
    outside(undefined, async (trx) => {
      const result = await trx.deleteFrom('installations').where('key', '=', key).executeTakeFirst();
      return result.numDeletedRows === 1n;
    }),

  find: (key) =>
    outside(undefined, async (trx) => {
      const row = await trx.selectFrom('installations').select('reference').where('key', '=', key).executeTakeFirst();
      return row && reference.parse(row.reference);
    }),

  ofTenant: (tenantId) =>
    outside(undefined, async (trx) => {
      const from = `_${tenantId}_`;
      const row = await trx
        .selectFrom('installations')
        .select('reference')
        .where('key', '>=', from)
        .where('key', '<', after(tenantId))
        .orderBy('key')
        .limit(1)
        .executeTakeFirst();
      return row && reference.parse(row.reference);
    }),

  moveTo: (tenantId, serviceUrl) =>
    outside(undefined, async (trx) => {
      const address = JSON.stringify({ serviceUrl });
      await sql`
        update installations set reference = reference || ${address}::jsonb
        where key >= ${`_${tenantId}_`} and key < ${after(tenantId)} and not reference @> ${address}::jsonb`.execute(trx);
    }),

  page: (size, token = '') =>
    outside(undefined, async (trx) => {
      const rows = await trx
        .selectFrom('installations')
        .select(['key', 'reference'])
        .where('key', '>', token)
        .orderBy('key')
        .limit(size + 1)
        .execute();
      const page = rows.slice(0, size);
      const last = rows.length > size ? page.at(-1)?.key : undefined;
      return { references: page.map((row) => reference.parse(row.reference)), ...(last === undefined ? {} : { token: last }) };
    }),
});
