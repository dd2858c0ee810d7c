import { sql, type RawBuilder } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import { inLowerCase, likeWord } from './like.ts';
import type { Trx } from './transaction.ts';

/**
 * Rows a search reads of one kind at most, in the order in which they would be shown. No index of plain PostgreSQL finds the middle of a
 * word; what would come after so many is not found.
 */
const mostRead = 10_000;

type Words = Parameters<ActionsPart['search']>[0];

/** Own open ones, other open ones, closed ones: each along an index, and only while there is room for more. */
export const searchActionsIn = (trx: Trx, id: CollaborationId, some: ActionsPart['some']): ActionsPart['search'] => {
  const matches = (words: Words): RawBuilder<boolean> =>
    words.reduce(
      (all, { word, organisations }) => sql<boolean>`${all} and (${inLowerCase('text')} like ${likeWord(word)} or exists (
        select from action_owners o where o.collaboration_id = ${id} and o.action_id = read.id
          and o.organisation = any(${organisations})))`,
      sql<boolean>`true`,
    );
  const found = async (which: RawBuilder<unknown>, order: RawBuilder<unknown>, words: Words, most: number) => {
    const { rows } = await sql<{ id: number }>`
      select id from (
        select id, text, due, closed from actions where collaboration_id = ${id} and ${which} order by ${order} limit ${mostRead}
      ) read where ${matches(words)} order by ${order} limit ${most}`.execute(trx);
    return rows.map((row) => row.id);
  };
  const byDue = sql`due, id`;

  return async (words, own, most) => {
    const ids: number[] = [];
    const room = (): number => most - ids.length;
    const owned = sql`closed is null and id in (
      select action_id from action_owners where collaboration_id = ${id} and member_id = ${own ?? null})`;
    if (own !== undefined) ids.push(...(await found(owned, byDue, words, room())));
    const other = sql`closed is null and not exists (select from action_owners o
      where o.collaboration_id = ${id} and o.action_id = actions.id and o.member_id = ${own ?? null})`;
    if (room() > 0) ids.push(...(await found(other, byDue, words, room())));
    if (room() > 0) ids.push(...(await found(sql`closed is not null`, sql`closed desc, id desc`, words, room())));
    const place = new Map(ids.map((one, at) => [one, at]));
    return [...(await some(ids))].sort((one, another) => (place.get(one.id) ?? 0) - (place.get(another.id) ?? 0));
  };
};
