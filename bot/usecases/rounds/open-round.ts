import type { Language } from '../../domain/collaboration.ts';
import { cardReport, deliveryReport, mayPostAgain } from '../../domain/delivery-report.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { DeliveryReport } from '../../domain/delivery-report.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import type { Round } from '../../domain/round.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Unit } from '../../ports/unit.ts';
import { surveyFacts } from './survey-facts.ts';

/** The open round as an integration manager sees it: counts, and what became of what was sent. Never who answered. */
export type OpenRound = { readonly facts: SurveyFacts; readonly report: DeliveryReport };

/** The newest card of each channel that is there now, the home channel's first. */
export const newestCards = (cards: readonly Delivery[], channels: readonly LinkedChannel[]): readonly Delivery[] =>
  channels.flatMap(({ home, channel }) => cards.findLast((card) => card.channel === (home ? undefined : channel)) ?? []);

export const openRound = async (unit: Unit, round: Round, language: Language | undefined): Promise<OpenRound> => {
  const { number, k } = round;
  const { deliveries } = unit;
  const newest = newestCards(await deliveries.cards(number), await unit.setUp.channels());
  // Of several channels, the first where something is wrong; else the home channel.
  const cards = newest.filter((card) => mayPostAgain(cardReport(card))).slice(0, 1);
  const copies = await deliveries.fates(number, 'survey copy');
  return {
    facts: await surveyFacts(unit, await unit.collaboration(), round, language),
    report: deliveryReport(cards.length > 0 ? cards : newest.slice(0, 1), copies, k, await unit.sending.stopped()),
  };
};
