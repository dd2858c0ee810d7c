import type { Language } from '../../domain/collaboration.ts';
import { deliveryReport } from '../../domain/delivery-report.ts';
import type { DeliveryReport } from '../../domain/delivery-report.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import type { Round } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';
import { surveyFacts } from './survey-facts.ts';

/** The open round as an integration manager sees it: counts, and what became of what was sent. Never who answered. */
export type OpenRound = { readonly facts: SurveyFacts; readonly report: DeliveryReport };

export const openRound = async (unit: Unit, round: Round, language: Language | undefined): Promise<OpenRound> => {
  const { number, k } = round;
  const { deliveries } = unit;
  const cards = await deliveries.cards(number);
  const copies = await deliveries.fates(number, 'survey copy');
  return {
    facts: await surveyFacts(unit, await unit.collaboration(), round, language),
    report: deliveryReport(cards, copies, k, await unit.sending.stopped()),
  };
};
