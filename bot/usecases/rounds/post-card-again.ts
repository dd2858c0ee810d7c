import { cardDelivery } from '../../domain/delivery.ts';
import { cardReport, mayPostAgain } from '../../domain/delivery-report.ts';
import { isOpen } from '../../domain/round.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Entered } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import type { OpenRound } from './open-round.ts';
import { newestCards, openRound } from './open-round.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/**
 * By an integration manager: the card once more, as a new delivery, in each channel where the newest one failed or may not have arrived.
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
      for (const newest of newestCards(cards, await unit.setUp.channels())) {
        if (!mayPostAgain(cardReport(newest))) continue;
        const attempt = cards.filter(({ channel }) => channel === newest.channel).length + 1;
        const card = await unit.deliveries.claim(cardDelivery(number, attempt, newest.channel), now);
        if (card === undefined) continue;
        await unit.enqueue({ name: 'deliver', collaboration: who.collaboration, delivery: card.id });
        await unit.note('survey card posted again', who.person, { round: number, attempt }, now);
      }
      return await openRound(unit, round, who.language);
    });
