import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Collaboration, CollaborationId } from '../../domain/collaboration.ts';
import { usualStart } from '../../domain/meetings/meeting.ts';
import type { NewCollaboration, Store } from '../../ports/store.ts';
import type { NewMember, Unit } from '../../ports/unit.ts';
import { canonical, membersIn } from './members.ts';
import type { Transactions, Trx } from './transaction.ts';

type Collaborations = Pick<Store, 'linkOf' | 'collaborationNamed' | 'collaborationOfJob' | 'collaborationsOf'> & {
  /** As `Store.createCollaboration`; `begin` gets the transaction. */
  readonly createCollaboration: (
    wish: NewCollaboration,
    founder: NewMember,
    begin?: (trx: Trx, id: CollaborationId) => Promise<void>,
  ) => Promise<CollaborationId | 'channel taken'>;
};

/** `sealKey`: a new key for the pseudonyms of this collaboration, as it may lie in the database. */
export const collaborationsIn = (
  { within, outside, asPerson }: Transactions,
  sealKey: (id: CollaborationId) => Buffer,
): Collaborations => ({
  linkOf: async (channel) =>
    await outside(channel, async (trx) => {
      const found = await trx
        .selectFrom('channels')
        .select(['collaboration_id as collaboration', 'home'])
        .where('channel_id', '=', channel)
        .executeTakeFirst();
      return found;
    }),

  collaborationNamed: async (id) => (await named({ within }, id))?.id,
  collaborationOfJob: (id) => named({ within }, id),

  collaborationsOf: async (person, most) => {
    const { tenantId, objectId } = canonical(person);
    return await asPerson({ tenantId, objectId }, async (trx) => {
      const found = await trx
        .selectFrom('members')
        .select('collaboration_id')
        .where('tenant_id', '=', tenantId)
        .where('object_id', '=', objectId)
        .orderBy('collaboration_id')
        .limit(most)
        .execute();
      return found.map((row) => row.collaboration_id);
    });
  },

  createCollaboration: async (wish, founder, begin) => {
    const id = randomUUID();
    if (!isId(id)) throw new Error('a new id is always one');
    try {
      await within(id, async (trx) => {
        await insert(trx, id, wish, sealKey(id));
        await membersIn(trx, id).put({ ...founder, integrationManager: true });
        await begin?.(trx, id);
      });
      return id;
    } catch (error) {
      if (error instanceof ChannelTaken) return 'channel taken';
      throw error;
    }
  },
});

const named: (needs: Pick<Transactions, 'within'>, id: string) => ReturnType<Store['collaborationOfJob']> = async (
  { within },
  id,
) => {
  if (!isId(id)) return undefined;
  return await within(id, async (trx) => {
    const found = await trx
      .selectFrom('collaborations')
      .select(['collaboration_id', 'closed'])
      .where('collaboration_id', '=', id)
      .executeTakeFirst();
    return found && { id: found.collaboration_id, closed: found.closed !== null };
  });
};

/** Thrown to undo the transaction: another collaboration has this channel. */
class ChannelTaken extends Error {}

const uuid = z.uuid();
const isId = (id: string): id is CollaborationId => uuid.safeParse(id).success;

const insert = async (trx: Trx, id: CollaborationId, wish: NewCollaboration, sealed: Buffer): Promise<void> => {
  const own = { collaboration_id: id };
  const { purpose, language, zone, nextMeeting, survey, organisations, homeTenant, homeChannel } = wish;
  await trx
    .insertInto('collaborations')
    .values({ ...own, purpose, language, zone })
    .execute();
  const channel = await trx
    .insertInto('channels')
    .values({ ...own, channel_id: homeChannel, tenant_id: homeTenant, home: true })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (channel.numInsertedOrUpdatedRows !== 1n) throw new ChannelTaken();
  await trx
    .insertInto('organisations')
    .values(organisations.map((name, index) => ({ ...own, id: index + 1, name })))
    .execute();
  await trx
    .insertInto('meetings')
    .values({
      ...{ ...own, number: 1, date: nextMeeting, starts: usualStart, state: 'planned', by_rhythm: false },
      survey: survey === undefined ? null : JSON.stringify(survey),
    })
    .execute();
  await trx
    .insertInto('pseudonym_keys')
    .values({ ...own, sealed })
    .execute();
};

export const collaborationIn =
  (trx: Trx, id: CollaborationId): Unit['collaboration'] =>
  async () => {
    const { rows } = await sql<Omit<Collaboration, 'id' | 'closed'> & { readonly closed: Date | null }>`
    select purpose, language, zone, next_meeting_of(${id}::uuid) as "nextMeeting", tenant_id as "homeTenant", channel_id as "homeChannel",
      organisations_of(${id}::uuid) as organisations, closed
    from collaborations join channels using (collaboration_id)
    where collaboration_id = ${id} and home`.execute(trx);
    const [found] = rows;
    if (!found) throw new Error(`there is no collaboration ${id}`);
    const { closed, ...collaboration } = found;
    return { id, ...collaboration, ...(closed === null ? {} : { closed }) };
  };
