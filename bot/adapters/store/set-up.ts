import { sql, type Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { SetUpPart } from '../../ports/unit-set-up.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const setUpIn = (trx: Trx, id: CollaborationId): SetUpPart => {
  const collaboration = () => trx.updateTable('collaborations').where('collaboration_id', '=', id);
  const organisation = (number: number) =>
    trx.updateTable('organisations').where('collaboration_id', '=', id).where('id', '=', number);

  return {
    version: async () => {
      const query = trx.selectFrom('collaborations').select('version').where('collaboration_id', '=', id);
      return (await query.executeTakeFirstOrThrow()).version;
    },

    countChange: async () => {
      await collaboration()
        .set({ version: sql`version + 1` })
        .execute();
    },

    outcomes: () =>
      trx.selectFrom('outcomes').select(['id', 'text']).where('collaboration_id', '=', id).orderBy('position').execute(),

    channels: async () => {
      const rows = await trx
        .selectFrom('channels')
        .selectAll()
        .where('collaboration_id', '=', id)
        .orderBy('home', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(channelIn);
    },

    setPurpose: async (purpose) => {
      await collaboration().set({ purpose }).execute();
    },

    setOutcomes: async (outcomes) => {
      const kept = outcomes.flatMap((one) => (one.id === undefined ? [] : [one.id]));
      await sql`delete from outcomes where collaboration_id = ${id} and id <> all (${kept}::bigint[])`.execute(trx);
      for (const [place, { id: own, text }] of outcomes.entries()) {
        const values = { position: place + 1, text };
        await (
          own === undefined
            ? trx.insertInto('outcomes').values({ collaboration_id: id, ...values })
            : trx.updateTable('outcomes').set(values).where('collaboration_id', '=', id).where('id', '=', own)
        ).execute();
      }
    },

    setPractical: async ({ language, zone }) => {
      await collaboration().set({ language, zone }).execute();
    },

    rename: async (number, name) => {
      await organisation(number).set({ name }).execute();
    },

    addOrganisation: async (name, joinedWith) => {
      const { rows } = await sql<{ id: number }>`
        insert into organisations (collaboration_id, id, name, joined_with)
        select ${id}::uuid, coalesce(max(id), 0) + 1, ${name}::text, ${joinedWith}::smallint
        from organisations where collaboration_id = ${id}
        returning id`.execute(trx);
      return rows[0]?.id ?? 0;
    },

    setPart: async (number, { joinedWith, leftAfter }) => {
      await organisation(number)
        .set({ joined_with: joinedWith ?? null, left_after: leftAfter ?? null })
        .execute();
    },
  };
};

const channelIn = (row: Selectable<Schema['channels']>): LinkedChannel => ({
  ...{ id: row.id, channel: row.channel_id, tenantId: row.tenant_id, home: row.home },
  named: { team: row.team_name ?? undefined, channel: row.channel_name ?? undefined },
  ...(row.asked_tenant === null || row.asked_object === null
    ? {}
    : { askedBy: { tenantId: row.asked_tenant, objectId: row.asked_object } }),
});
