import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CollaborationId } from '../domain/collaboration.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pseudonyms } from '../ports/identity.ts';
import type { Transactions } from './store/transaction.ts';

/** How long an opened key stays in memory, in milliseconds. */
const longestInMemory = 5 * 60 * 1000;

/**
 * Pseudonyms of respondents (method.md, P11). Each collaboration has a key of its own; the database holds it sealed with the
 * master key, which the database does not hold. Throws where the master key is not the one the key was sealed with.
 */
export const pseudonymsIn = (
  { within }: Pick<Transactions, 'within'>,
  masterKey: Buffer,
  clock: Clock = () => new Date(),
): Pseudonyms & { forget(id: CollaborationId): void } => {
  const opened = new Map<CollaborationId, { readonly key: Buffer; readonly until: number }>();
  /** A key that was destroyed never comes back, not even by a reading that began before. */
  const destroyed = new Set<CollaborationId>();

  const keyOf = async (id: CollaborationId): Promise<Buffer> => {
    const now = clock().getTime();
    for (const [other, { key, until }] of opened) {
      if (until > now) continue;
      key.fill(0);
      opened.delete(other);
    }
    const known = opened.get(id);
    if (known) return known.key;
    const row = await within(id, (trx) =>
      trx.selectFrom('pseudonym_keys').select('sealed').where('collaboration_id', '=', id).executeTakeFirst(),
    );
    if (!row || destroyed.has(id)) throw new Error(`collaboration ${id} has no key for pseudonyms`);
    const key = open(masterKey, id, Buffer.from(row.sealed));
    opened.set(id, { key, until: now + longestInMemory });
    return key;
  };

  return {
    of: async (id, { tenantId, objectId }) =>
      createHmac('sha256', await keyOf(id))
        .update(`${tenantId}|${objectId}`.toLowerCase())
        .digest(),
    /** The key of this collaboration was destroyed: what is in memory of it goes too. */
    forget: (id) => {
      destroyed.add(id);
      opened.get(id)?.key.fill(0);
      opened.delete(id);
    },
    // A person's begin with the id of a tenant, which is never this word.
    imported: async (id, ids) => {
      const key = await keyOf(id);
      return ids.map((one) => createHmac('sha256', key).update(`imported|${one}`).digest());
    },
  };
};

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the key. Bound to its collaboration: moved to another it does not open. */
const nonceLength = 12;
const tagLength = 16;

/** A new random key for this collaboration, sealed. */
export const sealNewKey = (masterKey: Buffer, id: CollaborationId): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

const open = (masterKey: Buffer, id: CollaborationId, sealed: Buffer): Buffer => {
  const cipher = createDecipheriv('aes-256-gcm', masterKey, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(nonceLength + tagLength)), cipher.final()]);
  } catch (cause) {
    throw new Error(`the key for pseudonyms of collaboration ${id} was not sealed with this master key`, { cause });
  }
};

/** Remembers at the first start which master key this database has, and throws when it is another one later. */
export const proveMasterKey = async ({ outside }: Pick<Transactions, 'outside'>, masterKey: Buffer): Promise<void> => {
  const proof = createHmac('sha256', masterKey).update('the master key of this database').digest();
  const kept = await outside(undefined, async (trx) => {
    await trx
      .insertInto('master_key_proof')
      .values({ proof })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return await trx.selectFrom('master_key_proof').select('proof').executeTakeFirstOrThrow();
  });
  if (!timingSafeEqual(Buffer.from(kept.proof), proof)) {
    throw new Error('the master key in the settings is not the one this database was set up with; put the first one back');
  }
};
