import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import type { Held } from '../bot/domain/delivery.ts';
import type { CardReport, CopiesReport, DeliveryReport } from '../bot/domain/delivery-report.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { moment, quiet, text, warning } from './parts.ts';

/** Why something waits, and until when: the same words wherever it is said. */
export const heldLine = (language: Language, { because, until }: Held, { zone }: Pick<Collaboration, 'zone'>): string =>
  sayIn(language)(`held.${because}`, { until: until === undefined ? '' : moment(until, zone, language) });

const cardLine = (say: Say, card: CardReport) => {
  switch (card.is) {
    case 'failed':
      return warning(say('open.card.failed', { reason: say(`undelivered.${card.reason}`) }));
    case 'unknown':
      return warning(say('open.card.unknown'));
    case 'waiting':
      return text(say(card.heldUp ? 'open.card.heldUp' : 'open.card.waiting'));
    case 'sent':
      return text(say('open.card.sent'));
  }
};

/** What became of the personal copies, in numbers of at least k. */
export const copiesLine = (say: Say, { people, waiting = 0, unknown = 0, failed }: CopiesReport, k: number) => {
  const rest = people - waiting - unknown - failed.reduce((sum, { count }) => sum + count, 0);
  return [
    say('open.copies', { count: people }),
    ...(waiting > 0 ? [say('open.copiesWaiting', { count: waiting })] : []),
    ...failed.map(({ reason, count }) => say('open.copiesFailed', { count, reason: say(`undelivered.${reason}`) })),
    ...(unknown > 0 ? [say('open.copiesUnknown', { count: unknown })] : []),
    ...(rest > 0 ? [say('open.copiesRest', { k })] : []),
  ].join(' ');
};

/** What became of the channel's card and of the personal copies. */
export const deliveryLines = (say: Say, { card, copies, k, stopped }: DeliveryReport) => [
  ...(stopped === undefined ? [] : [warning(say('sending.isStopped'))]),
  ...(card === undefined ? [] : [cardLine(say, card)]),
  ...(copies.people === 0 ? [] : [quiet(copiesLine(say, copies, k))]),
];
