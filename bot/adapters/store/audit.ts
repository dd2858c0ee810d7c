import { sql } from 'kysely';
import type { Noted } from '../../domain/audit.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Trx } from './transaction.ts';

export const auditIn = (trx: Trx, id: CollaborationId): Pick<Unit, 'note' | 'log' | 'notedOf'> => ({
  note: async (what, person, facts, at, every = 0) => {
    const since = new Date(at.getTime() - every * 1_000);
    const row = { what, tenant: person?.tenantId ?? null, object: person?.objectId ?? null, facts: JSON.stringify(facts) };
    await sql`
      insert into audit (collaboration_id, at, what, tenant_id, object_id, facts)
      select ${id}::uuid, ${at}::timestamptz, ${row.what}::text, ${row.tenant}::text, ${row.object}::text, ${row.facts}::jsonb
      where not exists (
        select 1 from audit
        where collaboration_id = ${id} and at > ${since} and at <= ${at} and what = ${row.what}::text
          and tenant_id = ${row.tenant}::text and object_id = ${row.object}::text and facts = ${row.facts}::jsonb)`.execute(trx);
  },

  log: async ({ kinds, before, most }) => {
    const rows = await trx
      .selectFrom('audit')
      .select(['id', 'what', 'tenant_id', 'object_id', 'facts', 'at'])
      .where('collaboration_id', '=', id)
      .where('what', 'in', kinds)
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    return rows.flatMap(({ tenant_id: tenantId, object_id: objectId, what: kind, facts, ...entry }) => {
      const what = kinds.find((one) => one === kind);
      const person = tenantId === null || objectId === null ? {} : { person: { tenantId, objectId } };
      return what === undefined ? [] : [{ ...entry, what, facts: facts as Noted['facts'], ...person }];
    });
  },

  notedOf: async ({ tenantId, objectId }) => {
    const rows = await trx
      .selectFrom('audit')
      .select(['what', 'facts', 'at'])
      .where('collaboration_id', '=', id)
      .where('tenant_id', '=', tenantId)
      .where('object_id', '=', objectId)
      .orderBy('id')
      .execute();
    return rows.map(({ facts, ...entry }) => ({ ...entry, facts: facts as Noted['facts'] }));
  },
});
