import { randomInt } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { SilentWriting } from '../../domain/meetings/silent.ts';
import type { SilentPart } from '../../ports/unit-silent.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

/** As many as a PostgreSQL int has from 0 on. */
const randomSeed = (): number => randomInt(2 ** 31);

export const silentIn = (trx: Trx, id: CollaborationId): SilentPart => {
  const writings = () => trx.selectFrom('silent_writings').selectAll().where('collaboration_id', '=', id);
  const texts = () => trx.selectFrom('silent_texts').where('collaboration_id', '=', id);
  const deleteTexts = () => trx.deleteFrom('silent_texts').where('collaboration_id', '=', id);

  return {
    find: async ({ meeting, area }) => {
      const row = await writings().where('meeting', '=', meeting).where('area', '=', area).executeTakeFirst();
      return row && writingOf(row);
    },

    ofMeeting: async (meeting) =>
      (await writings().where('meeting', '=', meeting).orderBy('area').execute()).map((row) => writingOf(row)),

    open: async (writing) => {
      const row = await trx
        .insertInto('silent_writings')
        .values({ collaboration_id: id, ...writing, seed: randomSeed() })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'meeting', 'area']).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && writingOf(row);
    },

    hold: async ({ meeting, area }) => {
      const query = writings().where('meeting', '=', meeting).where('area', '=', area).where('shown', 'is', null);
      const row = await query.forUpdate().executeTakeFirst();
      return row && writingOf(row);
    },

    put: async ({ meeting, area }, respondent, text) => {
      await trx
        .insertInto('silent_texts')
        .values({ collaboration_id: id, meeting, area, respondent, text })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'meeting', 'area', 'respondent']).doUpdateSet({ text }))
        .execute();
    },

    takeBack: async ({ meeting, area }, respondent) => {
      const query = deleteTexts().where('meeting', '=', meeting).where('area', '=', area);
      await query.where('respondent', '=', respondent).execute();
    },

    textOf: async ({ meeting, area }, respondent) => {
      const query = texts().select('text').where('meeting', '=', meeting).where('area', '=', area);
      return (await query.where('respondent', '=', respondent).executeTakeFirst())?.text;
    },

    written: async ({ meeting, area }) => {
      const query = texts().select(sql<number>`count(*)::int`.as('count'));
      return (await query.where('meeting', '=', meeting).where('area', '=', area).executeTakeFirstOrThrow()).count;
    },

    collect: async ({ meeting, area }) => {
      const query = deleteTexts().where('meeting', '=', meeting).where('area', '=', area).returning('text');
      return { texts: (await query.execute()).map(({ text }) => text), seed: randomSeed() };
    },

    show: async ({ meeting, area }, shown) => {
      await trx
        .updateTable('silent_writings')
        .set({ shown: JSON.stringify(shown) })
        .where('collaboration_id', '=', id)
        .where('meeting', '=', meeting)
        .where('area', '=', area)
        .execute();
    },

    forget: async ({ meeting, area }) => {
      const written = deleteTexts().where('meeting', '=', meeting);
      const opened = trx.deleteFrom('silent_writings').where('collaboration_id', '=', id).where('meeting', '=', meeting);
      // Held first: a text that is being kept at this moment is waited for, and goes too.
      const held = writings().where('meeting', '=', meeting).orderBy('area');
      await (area === undefined ? held : held.where('area', '=', area)).forUpdate().execute();
      await (area === undefined ? written : written.where('area', '=', area)).execute();
      await (area === undefined ? opened : opened.where('area', '=', area)).execute();
    },

    ofRespondent: (respondent) =>
      texts()
        .select(['meeting', 'area', 'text'])
        .where('respondent', '=', respondent)
        .orderBy('meeting')
        .orderBy('area')
        .execute(),

    erase: async (respondent) => {
      // Held first: how many have written is not counted and then less.
      await writings().where('shown', 'is', null).orderBy('meeting').orderBy('area').forUpdate().execute();
      await deleteTexts().where('respondent', '=', respondent).execute();
    },
  };
};

const writingOf = ({
  meeting,
  area,
  question,
  k,
  opened,
  seed,
  shown,
}: Selectable<Schema['silent_writings']>): SilentWriting => ({
  ...{ meeting, area, question, k, opened, seed },
  ...(shown === null ? {} : { shown }),
});
