import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import type { SurveyFacts } from '../bot/domain/message.ts';
import { closingTime } from '../bot/domain/plan.ts';
import type { Round } from '../bot/domain/round.ts';
import { sayIn } from '../locales/translate.ts';
import { button, card, moment, plain, quiet, text, title } from './parts.ts';
import { toResults } from './survey-parts.ts';

/** What opening a closed round again means, before it is done. `closingDate`: a proposal, YYYY-MM-DD. */
export const roundReopening = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly closingDate: string;
}) => {
  const { collaboration, closingDate } = facts;
  const { number: round, k, mode } = facts.round;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id };
  return card(
    [
      title(say('reopen.title', { round })),
      text(plain(collaboration.purpose)),
      text(say('reopen.what', { k })),
      text(say(`reopen.results.${mode}`, { k })),
      quiet(say('reopen.once')),
      {
        type: 'Input.Date',
        id: 'closingDate',
        label: say('plan.closingDate', { time: closingTime }),
        value: closingDate,
        isRequired: true,
        errorMessage: say('plan.closingDateError'),
      },
    ],
    [
      button(say('reopen.yes'), { verb: 'round.reopen', ...pointer, round }, { primary: true }),
      button(say('reopen.no'), { verb: 'round.manage', ...pointer }, { withoutInputs: true }),
    ],
  );
};

export const roundReopened = (facts: SurveyFacts) => {
  const say = sayIn(facts.language);
  return card([
    title(say('reopened.title', { round: facts.round })),
    text(say('reopened.text')),
    quiet(say('survey.closes', { closes: moment(facts.closes, facts.zone, facts.language) })),
  ]);
};

/** For the integration manager who closed a round that was opened again. */
export const roundClosedAgain = (facts: SurveyFacts, resultsLeft: boolean, linkToTab: LinkToTab) => {
  const say = sayIn(facts.language);
  const { round, k } = facts;
  return card(
    [
      title(say('closed.title', { round })),
      text(plain(facts.purpose)),
      text(resultsLeft ? say('reopen.left', { round, k }) : say('reopen.replaced')),
    ],
    [toResults(say, facts, linkToTab)],
  );
};
