import { sql, type Selectable } from 'kysely';
import type { CollaborationId, Member, Person } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const membersIn = (trx: Trx, id: CollaborationId): Unit['members'] => ({
  of: async (person) => {
    const { tenantId, objectId } = canonical(person);
    const row = await trx
      .selectFrom('members')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('tenant_id', '=', tenantId)
      .where('object_id', '=', objectId)
      .executeTakeFirst();
    return row && memberOf(row);
  },

  all: async () => {
    const rows = await trx.selectFrom('members').selectAll().where('collaboration_id', '=', id).orderBy('id').execute();
    return rows.map(memberOf);
  },

  find: async (number) => {
    const row = await trx
      .selectFrom('members')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .executeTakeFirst();
    return row && memberOf(row);
  },

  some: async (ids) => {
    const rows = await trx
      .selectFrom('members')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('id', '=', sql<number>`any(${[...new Set(ids)]}::bigint[])`)
      .orderBy('id')
      .execute();
    return rows.map(memberOf);
  },

  place: async (number, place) => {
    const row = await trx
      .updateTable('members')
      .set({ organisation: place?.organisation ?? null, role: place?.role ?? null })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .returningAll()
      .executeTakeFirstOrThrow();
    return memberOf(row);
  },

  setIntegrationManager: async (number, is) => {
    await trx
      .updateTable('members')
      .set({ integration_manager: is })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .execute();
  },

  setChair: async (number, is) => {
    await trx.updateTable('members').set({ chair: is }).where('collaboration_id', '=', id).where('id', '=', number).execute();
  },

  setZone: async (number, zone) => {
    await trx.updateTable('members').set({ zone }).where('collaboration_id', '=', id).where('id', '=', number).execute();
  },

  setThrough: async (number, channel) => {
    await trx
      .updateTable('members')
      .set({ through: channel ?? null })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .execute();
  },

  setJoined: async (number, at) => {
    await trx
      .updateTable('members')
      .set({ joined: at })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .where('joined', 'is', null)
      .execute();
  },

  put: async ({ name, teamsUserId, organisation, role, integrationManager, zone, language, ...person }) => {
    const { tenantId, objectId } = canonical(person);
    const row = await trx
      .insertInto('members')
      .values({
        collaboration_id: id,
        tenant_id: tenantId,
        object_id: objectId,
        name,
        teams_user_id: teamsUserId,
        organisation: organisation ?? null,
        role: role ?? null,
        integration_manager: integrationManager ?? false,
        zone: zone ?? null,
        language: language ?? null,
      })
      .onConflict((conflict) =>
        conflict.columns(['collaboration_id', 'tenant_id', 'object_id']).doUpdateSet({
          name: sql`excluded.name`,
          teams_user_id: sql`excluded.teams_user_id`,
          organisation: sql`coalesce(excluded.organisation, members.organisation)`,
          role: sql`coalesce(excluded.role, members.role)`,
          zone: sql`coalesce(excluded.zone, members.zone)`,
          language: sql`coalesce(excluded.language, members.language)`,
          integration_manager: sql`coalesce(${integrationManager ?? null}::boolean, members.integration_manager)`,
        }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    return memberOf(row);
  },
});

/** Tenant and object ids are GUIDs: the same in capitals and small letters. One person is one row. */
export const canonical = ({ tenantId, objectId }: Person): Person => ({
  tenantId: tenantId.toLowerCase(),
  objectId: objectId.toLowerCase(),
});

export const memberOf = (row: Selectable<Schema['members']>): Member => ({
  id: row.id,
  collaboration: row.collaboration_id,
  tenantId: row.tenant_id,
  objectId: row.object_id,
  name: row.name,
  teamsUserId: row.teams_user_id,
  integrationManager: row.integration_manager,
  chair: row.chair,
  ...(row.organisation === null ? {} : { organisation: row.organisation }),
  ...(row.role === null ? {} : { role: row.role }),
  ...(row.zone === null ? {} : { zone: row.zone }),
  ...(row.language === null ? {} : { language: row.language }),
  ...(row.through === null ? {} : { through: row.through }),
  ...(row.joined === null ? {} : { joined: row.joined }),
});
