import type { Request } from 'restify';
import type { MinutesPage } from '../contracts/minutes-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import { numberInAddress } from './number-in-address.ts';

/** What came of a meeting, in the tab. */
export const minutesApi =
  (use: Pick<UseCases, 'readMinutes'>) =>
  async (who: Inside, request: Request): Promise<MinutesPage> => {
    const { facts, zone, ended } = await use.readMinutes(who, numberInAddress(request, 'number', 'no such meeting'));
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
