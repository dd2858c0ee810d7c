import { sql } from 'kysely';
import type { Collaboration, Language, Role } from '../../domain/collaboration.ts';
import type { Participation, Round } from '../../domain/round.ts';
import type { Standing, Store } from '../../ports/store.ts';
import { instrumentOf } from './rounds.ts';
import type { Transactions } from './transaction.ts';

type InJson = {
  readonly collaboration: Omit<Collaboration, 'id'>;
  readonly round:
    | (Omit<Round, 'opens' | 'closes' | 'instrument'> & {
        readonly opens: string;
        readonly closes: string;
        readonly instrument: unknown;
      })
    | null;
  readonly member: {
    readonly id: number;
    readonly organisation: number | null;
    readonly role: Role | null;
    readonly integrationManager: boolean;
    readonly language: Language | null;
  } | null;
  readonly participation: Participation | null;
};

/** The function `standing` of the database, in one trip. */
export const standingIn =
  ({ alone }: Transactions): Store['standing'] =>
  async (id, { tenantId, objectId }, round) => {
    const { rows } = await alone((db) =>
      sql<{ standing: InJson }>`
        select standing(${id}::uuid, ${tenantId.toLowerCase()}, ${objectId.toLowerCase()}, ${round}::smallint) as standing`.execute(
        db,
      ),
    );
    const found = rows[0]?.standing;
    if (found === undefined) throw new Error(`there is no collaboration ${id}`);
    return {
      collaboration: { id, ...found.collaboration },
      ...(found.round === null ? {} : { round: roundOf(found.round) }),
      ...(found.member === null ? {} : { member: memberOf(found.member) }),
      ...(found.participation === null ? {} : { participation: found.participation }),
    };
  };

const roundOf = ({ opens, closes, instrument, ...round }: NonNullable<InJson['round']>): Round => ({
  ...round,
  opens: new Date(opens),
  closes: new Date(closes),
  instrument: instrumentOf(instrument),
});

const memberOf = ({
  organisation,
  role,
  integrationManager,
  language,
}: NonNullable<InJson['member']>): NonNullable<Standing['member']> => ({
  placed: organisation !== null && role !== null,
  integrationManager,
  ...(language === null ? {} : { language }),
});
