import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { SurveyFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import type { Card } from './parts.ts';
import { button, card, moment, plain, quiet, refreshed, text, title } from './parts.ts';
import { counts, toResults } from './survey-parts.ts';

const pointerOf = ({ collaboration, round }: SurveyFacts) => ({ collaboration, round });

const forWhom = ({ audience }: SurveyFacts) => (audience.includes('employee') ? 'survey.for.both' : 'survey.for.leader');

/** Purpose first; then who it is for, until when, how long; privacy in two sentences; counts. */
const about = (say: Say, facts: SurveyFacts) => [
  title(say(`survey.title.${facts.instrument}`)),
  ...(facts.again ? [text(say('survey.again', { round: facts.round }))] : []),
  text(plain(facts.purpose)),
  text(
    [
      say(forWhom(facts)),
      say('survey.closes', { closes: moment(facts.closes, facts.zone, facts.language) }),
      say('survey.minutes', { count: facts.minutes }),
    ].join(' '),
  ),
  quiet(say('survey.privacy', { k: facts.k })),
  quiet(say('survey.reminders')),
];

/** The channel's card, the same for everybody until Teams or a press brings a person's own view. */
export const survey = (facts: SurveyFacts, refreshFor: readonly string[]): Card => {
  const say = sayIn(facts.language);
  return card(
    [...about(say, facts), counts(say, facts)],
    [button(say('survey.answer'), { verb: 'survey.answer', ...pointerOf(facts) }, { primary: true })],
    refreshed({ verb: 'survey.view', ...pointerOf(facts) }, refreshFor),
  );
};

/** The card in the 1:1 chat. */
export const surveyCopy = (facts: SurveyFacts): Card => {
  const say = sayIn(facts.language);
  return card(
    [...about(say, facts), quiet(say('survey.copy'))],
    [button(say('survey.answer'), { verb: 'survey.answer', ...pointerOf(facts) }, { primary: true })],
  );
};

export const reminder = (facts: SurveyFacts, daysLeft: number): Card => {
  const say = sayIn(facts.language);
  const heading = daysLeft < 1 ? say('reminder.titleToday') : say('reminder.title', { count: daysLeft });
  return card(
    [
      title(heading),
      text(say('reminder.text')),
      text(plain(facts.purpose)),
      text(say('survey.closes', { closes: moment(facts.closes, facts.zone, facts.language) })),
      quiet(say('survey.privacy', { k: facts.k })),
      quiet(say('survey.reminders')),
    ],
    [button(say('survey.answer'), { verb: 'survey.answer', ...pointerOf(facts) }, { primary: true })],
  );
};

export const surveyClosed = (facts: SurveyFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(facts.language);
  return card(
    [
      title(say('closed.title', { round: facts.round })),
      text(plain(facts.purpose)),
      text(say('closed.text')),
      // Who took part is forgotten in time; then there is nothing to count.
      ...(facts.invited === 0 ? [] : [counts(say, facts)]),
    ],
    [toResults(say, facts, linkToTab)],
  );
};

/** A person's own view of the channel's card: where they stand, and what they may do. */
export const surveyMine = (
  facts: SurveyFacts,
  mine: { readonly done: number; readonly pages: number; readonly invited: boolean; readonly mayClose: boolean },
): Card => {
  const say = sayIn(facts.language);
  const pointer = pointerOf(facts);
  const finished = mine.done >= mine.pages;
  const where = !mine.invited
    ? say('survey.notInvited')
    : finished
      ? say('survey.done')
      : mine.done > 0
        ? say('survey.underWay', { done: mine.done, pages: mine.pages })
        : undefined;
  const answer = finished
    ? button(say('survey.change'), { verb: 'survey.change', ...pointer })
    : button(
        mine.done > 0 ? say('survey.goOn', { done: mine.done, pages: mine.pages }) : say('survey.answer'),
        { verb: 'survey.answer', ...pointer },
        { primary: true },
      );
  const close = mine.mayClose ? [button(say('open.close'), { verb: 'round.close', ...pointer, confirmed: false })] : [];
  return card(
    [...about(say, facts), counts(say, facts), ...(where === undefined ? [] : [text(`**${where}**`)])],
    [...(mine.invited ? [answer] : []), ...close],
  );
};
