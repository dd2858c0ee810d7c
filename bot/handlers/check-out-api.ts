import type { Request } from 'restify';
import type { CheckOutPage } from '../contracts/check-out-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { CheckOutState } from '../usecases/check-outs/read-check-out.ts';
import type { Inside } from '../usecases/gate.ts';
import { numberInAddress } from './number-in-address.ts';

const pageOf = (state: CheckOutState): CheckOutPage => {
  switch (state.is) {
    case 'not open':
      return state;
    case 'open': {
      const { k, closes } = state.checkOut;
      return { is: 'open', k, closes: closes.toISOString(), zone: state.zone, answered: state.answered ?? null };
    }
    case 'closed': {
      const { energy, said, tooGood } = state.results;
      return { is: 'closed', k: state.checkOut.k, results: { energy, said, tooGood } };
    }
  }
};

/** How a meeting is left, in the tab. */
export const checkOutApi = (use: Pick<UseCases, 'readCheckOut' | 'openCheckOut'>) => ({
  read: async (who: Inside, request: Request): Promise<CheckOutPage> =>
    pageOf(await use.readCheckOut(who, numberInAddress(request, 'number', 'no such meeting'))),

  open: async (who: Inside, request: Request): Promise<CheckOutPage> => {
    const meeting = numberInAddress(request, 'number', 'no such meeting');
    await use.openCheckOut(who, meeting);
    return pageOf(await use.readCheckOut(who, meeting));
  },
});
