import type { Request } from 'restify';
import { logQuery } from '../contracts/log-api.ts';
import type { LogPage } from '../contracts/log-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import { NotTaken } from './not-taken.ts';

/** The log, in the tab. */
export const logApi =
  (use: Pick<UseCases, 'readLog'>) =>
  async (who: Inside, request: Request): Promise<LogPage> => {
    const asked = logQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
    if (!asked.success) throw new NotTaken(400, 'api.notUnderstood');
    const { collaboration, rows, more } = await use.readLog(who, asked.data.only, asked.data.before);
    return {
      ...{ zone: collaboration.zone, more },
      rows: rows.map(({ id, at, by, what, about: { round, meeting, action, organisation, whom } }) => ({
        ...{ id, at: at.toISOString(), by, what },
        ...{ round: round ?? null, meeting: meeting ?? null, action: action ?? null },
        ...{ organisation: organisation ?? null, whom: whom ?? null },
      })),
    };
  };
