import { sql } from 'kysely';
import type { Store } from '../../ports/store.ts';
import { canonical } from './members.ts';
import type { Transactions } from './transaction.ts';

/** The function `keep_language` of the database. */
export const keepLanguageIn =
  ({ alone }: Transactions): Store['keepLanguage'] =>
  async (id, person, language) => {
    const { tenantId, objectId } = canonical(person);
    const { rows } = await alone((db) =>
      sql<{ kept: boolean }>`select keep_language(${id}::uuid, ${tenantId}, ${objectId}, ${language}) as kept`.execute(db),
    );
    return rows[0]?.kept ?? false;
  };
