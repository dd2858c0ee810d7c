import { checkOut, checkOutClosed, checkOutMine } from '../../adaptiveCards/check-out.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../bot/contracts/deep-link.ts';
import type { CheckOutFacts, SurveyFacts } from '../../bot/domain/message.ts';

/** A meeting's check-out, in each of its states. */
export const checkOutCards = (
  { language, zone, collaboration, channel, purpose, k, closes }: SurveyFacts,
  userIds: readonly string[],
  linkToTab: LinkToTab,
): Readonly<Record<string, Card>> => {
  const facts: CheckOutFacts = {
    ...{ language, zone, collaboration, channel, purpose, k, closes, meeting: 12, date: '2027-02-25' },
  };
  return {
    checkOut: checkOut(facts, userIds),
    checkOutMine: checkOutMine(facts, {}),
    'checkOutMine, one tap': checkOutMine(facts, { energy: 4 }),
    'checkOutMine, both': checkOutMine(facts, { energy: 1, said: 'partly' }),
    checkOutClosed: checkOutClosed(facts, linkToTab),
  };
};
