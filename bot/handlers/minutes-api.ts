import type { Request } from 'restify';
import { meetingParameter } from '../contracts/meeting-parameter.ts';
import type { MinutesPage } from '../contracts/minutes-api.ts';
import { Refused } from '../errors.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';

/** What came of a meeting, in the tab. */
export const minutesApi =
  (use: Pick<UseCases, 'readMinutes'>) =>
  async (who: Inside, request: Request): Promise<MinutesPage> => {
    const named = meetingParameter.safeParse(request.params);
    if (!named.success) throw new Refused('no such meeting');
    const { facts, zone, ended } = await use.readMinutes(who, named.data.number);
    const { purpose, meeting, date, decisions, agreed, next } = facts;
    return {
      ...{ purpose, zone, meeting, date, ended: ended?.toISOString() ?? null, decisions: [...decisions] },
      agreed: agreed.map(({ id, text, due, owners }) => ({
        ...{ id, text, due },
        owners: owners.map(({ name, organisation }) => ({ name: name ?? null, organisation })),
      })),
      next: next ?? null,
    };
  };
