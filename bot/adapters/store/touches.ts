import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { DeliveryOutcome } from '../../domain/delivery.ts';
import type { DeliveriesPart } from '../../ports/unit-deliveries.ts';
import { canonical } from './members.ts';
import type { Trx } from './transaction.ts';

/** How a delivery to a person stood before it was settled. */
type Before = { readonly state: string; readonly touched: Date };

type Touches = Pick<DeliveriesPart, 'lastTouch' | 'takeTurn'> & {
  /** Keeps the moment of what may have arrived; gives back the turn of what certainly did not. */
  settled(member: number, before: Before, outcome: DeliveryOutcome, at: Date): Promise<void>;
};

/**
 * When a person was last written to, over all collaborations. `last_touches` knows no collaboration, and a person by a keyed hash only.
 * Its row is the last thing a transaction waits for, so nobody waits in a circle.
 */
export const touchesIn = (trx: Trx, id: CollaborationId, masterKey: Buffer): Touches => {
  const keyOf = (person: Person): Buffer => {
    const { tenantId, objectId } = canonical(person);
    return createHmac('sha256', masterKey).update(`last touch|${tenantId}|${objectId}`).digest();
  };
  const members = (member: number) =>
    trx
      .selectFrom('members')
      .select(['tenant_id as tenantId', 'object_id as objectId'])
      .where('collaboration_id', '=', id)
      .where('id', '=', member);
  const keyOfMember = async (member: number): Promise<Buffer> => keyOf(await members(member).executeTakeFirstOrThrow());

  return {
    // Of unknown outcome counts: it may have arrived. What still waits does not: it looks here itself when its turn comes.
    // The lock makes two deliveries to one member look one after the other.
    lastTouch: async (member) => {
      const person = await members(member).forUpdate().executeTakeFirst();
      const { rows } = await sql<{ last: Date | null }>`
        select greatest(
          (select max(touched) from deliveries
            where collaboration_id = ${id} and member_id = ${member} and state in ('sending', 'sent', 'unknown')),
          (select touched from last_touches where person = ${person && keyOf(person)})) as last`.execute(trx);
      return rows[0]?.last ?? undefined;
    },

    takeTurn: async (member, at, restedSince) => {
      const person = await keyOfMember(member);
      const taken = await trx
        .insertInto('last_touches')
        .values({ person, touched: at })
        .onConflict((conflict) =>
          conflict.column('person').doUpdateSet({ touched: at }).where('last_touches.touched', '<=', restedSince),
        )
        .returning('touched')
        .executeTakeFirst();
      // What is over is forgotten by whoever comes by; only now, and skipping what is locked, so that it waits for nobody.
      await sql`delete from last_touches where person in (
        select person from last_touches where touched < ${restedSince} limit 100 for update skip locked)`.execute(trx);
      return taken !== undefined;
    },

    settled: async (member, { state, touched }, outcome, at) => {
      if (outcome.state === 'sent' || outcome.state === 'unknown') {
        await trx
          .insertInto('last_touches')
          .values({ person: await keyOfMember(member), touched: at })
          .onConflict((conflict) => conflict.column('person').doUpdateSet({ touched: at }).where('last_touches.touched', '<', at))
          .execute();
      } else if (state === 'sending') {
        // The touch before it was over, or there would have been no turn to take.
        const person = await keyOfMember(member);
        await trx.deleteFrom('last_touches').where('person', '=', person).where('touched', '=', touched).execute();
      }
    },
  };
};
