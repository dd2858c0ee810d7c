import { cardDelivery } from '../../domain/delivery.ts';
import { cardReport, mayPostAgain } from '../../domain/delivery-report.ts';
import { isOpen } from '../../domain/round.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Entered } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import type { OpenRound } from './open-round.ts';
import { openRound } from './open-round.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/**
 * By an integration manager: the channel's card once more, as a new delivery, where the newest one failed or may not have arrived.
 * May it run twice? Yes: the second finds a card on its way, posts none, and shows how things stand.
 */
export const postCardAgain =
  ({ store, clock }: Needs) =>
  async (who: Entered, number: number): Promise<OpenRound> =>
    await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await integrationManagerOnly(unit, who.person);
      const round = await unit.rounds.find(number);
      if (round === undefined) throw new Refused('no open round');
      const now = clock();
      if (!isOpen(round, now)) throw new Refused('round closed');
      const cards = await unit.deliveries.cards(number);
      if (mayPostAgain(cardReport(cards.at(-1)))) {
        const attempt = cards.length + 1;
        const card = await unit.deliveries.claim(cardDelivery(number, attempt), now);
        if (card !== undefined) {
          await unit.enqueue({ name: 'deliver', collaboration: who.collaboration, delivery: card.id });
          await unit.note('survey card posted again', who.person, { round: number, attempt }, now);
        }
      }
      return await openRound(unit, round, who.language);
    });
