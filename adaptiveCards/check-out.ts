import { energies, saids } from '../bot/contracts/check-out-api.ts';
import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { CheckOutAnswer } from '../bot/domain/meetings/check-out.ts';
import type { CheckOutFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, day, moment, opening, plain, quiet, refreshed, text, title } from './parts.ts';

const pointerOf = ({ collaboration, meeting }: CheckOutFacts) => ({ collaboration, meeting });

const about = (say: Say, facts: CheckOutFacts) => [
  title(say('checkout.title', { date: day(facts.date, facts.language) })),
  text(plain(facts.purpose)),
];

const small = (say: Say, facts: CheckOutFacts) => [
  quiet(say('checkout.privacy', { k: facts.k })),
  quiet(say('checkout.closes', { closes: moment(facts.closes, facts.zone, facts.language) })),
];

/** The first tap (C1). */
const energy = (say: Say, facts: CheckOutFacts) =>
  energies.map((one) => button(say(`checkout.energy.${one}`), { verb: 'checkOut.energy', ...pointerOf(facts), energy: one }));

/** The second (C2). */
const said = (say: Say, facts: CheckOutFacts) =>
  saids.map((one) => button(say(`checkout.said.${one}`), { verb: 'checkOut.said', ...pointerOf(facts), said: one }));

const question = (words: string) => ({ ...text(words), weight: 'Bolder' as const, spacing: 'Medium' as const });

/** The channel's card, the same for everybody until a press brings a person's own view. */
export const checkOut = (facts: CheckOutFacts, refreshFor: readonly string[]) => {
  const say = sayIn(facts.language);
  return card(
    [...about(say, facts), ...small(say, facts), question(say('checkout.energy'))],
    energy(say, facts),
    refreshed({ verb: 'checkOut.view', ...pointerOf(facts) }, refreshFor),
  );
};

/** A person's own view: the question they have not answered; then thanks, and both again to change. */
export const checkOutMine = (facts: CheckOutFacts, answer: CheckOutAnswer) => {
  const say = sayIn(facts.language);
  const head = about(say, facts);
  if (answer.energy === undefined)
    return card([...head, ...small(say, facts), question(say('checkout.energy'))], energy(say, facts));
  if (answer.said === undefined) return card([...head, question(say('checkout.said'))], said(say, facts));
  return card([
    ...head,
    text(`**${say('checkout.thanks')}**`),
    quiet(say('checkout.change')),
    text(say('checkout.energy')),
    text(`**${say(`checkout.energy.${answer.energy}`)}**`),
    { type: 'ActionSet', actions: energy(say, facts) },
    text(say('checkout.said')),
    text(`**${say(`checkout.said.${answer.said}`)}**`),
    { type: 'ActionSet', actions: said(say, facts) },
    ...small(say, facts),
  ]);
};

/** In the channel, for everybody: where its results are. */
export const checkOutClosed = (facts: CheckOutFacts, linkToTab: LinkToTab) => {
  const say = sayIn(facts.language);
  return card(
    [...about(say, facts), text(say('checkout.closed'))],
    [opening(say('checkout.open'), linkToTab(facts.channel, { is: 'timeline' }))],
  );
};
