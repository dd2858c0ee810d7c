import { createHmac, randomInt } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { codeLength, codeSigns } from '../../domain/linking.ts';
import type { LinkAsk } from '../../domain/linking.ts';
import type { LinksPart } from '../../ports/unit-links.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

/** Keyed: whoever reads the database alone cannot try all codes against it. */
export const hashOfCode = (masterKey: Buffer, code: string): Buffer =>
  createHmac('sha256', masterKey).update(`link code|${code}`).digest();

const newCode = (): string => Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('');

export const linksIn = (trx: Trx, id: CollaborationId, masterKey: Buffer): LinksPart => ({
  newCode: async (by, expires) => {
    const code = newCode();
    const values = { code: hashOfCode(masterKey, code), expires, made_by: by };
    await trx
      .insertInto('link_codes')
      .values({ collaboration_id: id, ...values })
      .onConflict((conflict) => conflict.column('collaboration_id').doUpdateSet(values))
      .execute();
    return code;
  },

  asks: async (since) => {
    const rows = await trx
      .selectFrom('link_asks')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('at', '>', since)
      .orderBy('id')
      .execute();
    return rows.map(askOf);
  },

  dropAsk: async (ask) => {
    const dropped = await trx.deleteFrom('link_asks').where('collaboration_id', '=', id).where('id', '=', ask).executeTakeFirst();
    return dropped.numDeletedRows === 1n;
  },

  link: async ({ channel, tenantId, named, by }, at) => {
    const linked = await trx
      .insertInto('channels')
      .values({
        ...{ collaboration_id: id, channel_id: channel, tenant_id: tenantId, home: false, linked: at },
        ...{ team_name: named.team ?? null, channel_name: named.channel ?? null },
        ...{ asked_tenant: by.tenantId, asked_object: by.objectId },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return linked.numInsertedOrUpdatedRows === 1n ? 'linked' : 'channel taken';
  },

  unlink: async (channel) => {
    const gone = await trx
      .deleteFrom('channels')
      .where('collaboration_id', '=', id)
      .where('channel_id', '=', channel)
      .where('home', '=', false)
      .executeTakeFirst();
    return gone.numDeletedRows === 1n;
  },
});

const askOf = (row: Selectable<Schema['link_asks']>): LinkAsk => ({
  ...{ id: row.id, channel: row.channel_id, tenantId: row.tenant_id, at: row.at },
  named: { team: row.team_name ?? undefined, channel: row.channel_name ?? undefined },
  by: { tenantId: row.asked_tenant, objectId: row.asked_object },
  byName: row.asked_name,
});
