import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Store } from '../../ports/store.ts';
import { oneAtATime, type Transactions, type Trx } from './transaction.ts';

/** Rows in one transaction. Embedded, everybody else waits for it: about a third of a second. */
const rowsAtOnce = 2_000;

/** Writes rows anew after `after`, up to the one it returns; null: that was all. */
type Slice<Place> = (trx: Trx, id: CollaborationId, round: number, after: Place, most: number) => Promise<Place | null>;

const sliceOfAnswers: Slice<Buffer> = async (trx, id, round, after, most) => {
  const { rows } = await sql<{ last: Uint8Array | null }>`
    select forget_order_of_answers(${id}::uuid, ${round}::smallint, ${after}::bytea, ${most}::int) as last`.execute(trx);
  const last = rows[0]?.last ?? null;
  return last && Buffer.from(last);
};

const sliceOfParticipation: Slice<number> = async (trx, id, round, after, most) => {
  const { rows } = await sql<{ last: number | null }>`
    select forget_order_of_participation(${id}::uuid, ${round}::smallint, ${after}::bigint, ${most}::int) as last`.execute(trx);
  return rows[0]?.last ?? null;
};

/** One row for each respondent of the short form, so all in one go. */
const allDraws: Slice<'first'> = async (trx, id, round) => {
  await sql`select forget_order_of_draws(${id}::uuid, ${round}::smallint)`.execute(trx);
  return null;
};

/**
 * `Store.forgetOrder`. One transaction number for thousands of rows, and the order of pseudonyms or of joining: what a backup shows is
 * no order of answering. Each slice has the collaboration to itself among those that ask for it: a deletion that came upon a row
 * being written anew would pass it by.
 */
export const forgetOrderIn =
  ({ within }: Transactions, most = rowsAtOnce): Store['forgetOrder'] =>
  async (id, round) => {
    const all = async <Place>(first: Place, slice: Slice<Place>): Promise<boolean> => {
      for (let after: Place | null = first; after !== null;) {
        const from: Place = after;
        const done = await within(id, async (trx) => {
          await oneAtATime(trx, id);
          return (await isClosed(trx, id, round)) ? { after: await slice(trx, id, round, from, most) } : 'not closed';
        });
        if (done === 'not closed') return false;
        after = done.after;
      }
      return true;
    };
    const done =
      (await all(Buffer.alloc(0), sliceOfAnswers)) && (await all(0, sliceOfParticipation)) && (await all('first', allDraws));
    return done ? 'done' : 'not closed';
  };

/** And stays so until the end of this transaction. */
const isClosed = async (trx: Trx, id: CollaborationId, round: number): Promise<boolean> =>
  (await trx
    .selectFrom('rounds')
    .select('number')
    .where('collaboration_id', '=', id)
    .where('number', '=', round)
    .where('state', '=', 'closed')
    .forShare()
    .executeTakeFirst()) !== undefined;
