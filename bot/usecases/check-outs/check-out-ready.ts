import type { Delivery } from '../../domain/delivery.ts';
import { takesAnswers } from '../../domain/meetings/check-out.ts';
import type { Unit } from '../../ports/unit.ts';
import { refreshFor } from '../rounds/refresh-survey-card.ts';
import { dropped, homeOf } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { checkOutFacts } from './check-out-facts.ts';

/** The channel's card of a check-out whose turn has come; one that is closed by now is not asked any more. */
export const readyCheckOut = async (unit: Unit, { meeting }: Delivery, now: Date): Promise<Ready> => {
  const checkOut = meeting === undefined ? undefined : await unit.checkOuts.find(meeting);
  if (checkOut === undefined || !takesAnswers(checkOut, now)) return dropped;
  const home = await unit.collaboration();
  const message = {
    kind: 'check-out',
    facts: await checkOutFacts(unit, checkOut),
    refreshFor: await refreshFor(unit, { home: true, channel: home.homeChannel }),
  } as const;
  return { is: 'ready', meeting: checkOut.meeting, address: homeOf(home), message };
};
