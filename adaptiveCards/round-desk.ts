import type { Collaboration, Language, Organisation, Role } from '../bot/domain/collaboration.ts';
import { mayPostAgain } from '../bot/domain/delivery-report.ts';
import type { DeliveryReport } from '../bot/domain/delivery-report.ts';
import type { SurveyFacts } from '../bot/domain/message.ts';
import { closingTime } from '../bot/domain/plan.ts';
import type { LocalQuestion } from '../bot/domain/local-question.ts';
import { asksAboutPartners, instrumentNames, minutesOf, mostLocalQuestions, mostPartners } from '../bot/domain/questionnaire.ts';
import type { Instrument, InstrumentName } from '../bot/domain/questionnaire.ts';
import type { Mode } from '../bot/domain/round.ts';
import type { Headcount } from '../bot/domain/sums.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say, Sentence } from '../locales/translate.ts';
import { deliveryLines } from './delivery-parts.ts';
import { button, card, choiceSet, cut, day, moment, plain, quiet, text, title, warning } from './parts.ts';
import { counts } from './survey-parts.ts';

/** In the channel, for whoever plans rounds; what it opens is that person's own view. */
export const roundDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('desk.title')), text(say('desk.for'))],
    [button(say('desk.open'), { verb: 'round.manage', collaboration }, { primary: true })],
  );
};

/** Approved questions on a card, the newest. */
const mostShown = 10;

export type PlanFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly wish: {
    readonly instrument: InstrumentName;
    readonly questions: readonly number[];
    readonly audience: readonly Role[];
    readonly k: number;
    readonly closingDate: string;
  };
  readonly instrument: Instrument;
  /** What the partners want to have reached. */
  readonly outcomes: readonly unknown[];
  /** Questions of the partners' own that may be asked. */
  readonly approved: readonly LocalQuestion[];
  readonly mode: Mode;
  readonly invited: Headcount;
  readonly closes: Date;
  /** Dates, YYYY-MM-DD. */
  readonly reminderDays: readonly string[];
  /** The sentence that says why it cannot be launched. */
  readonly obstacle: Sentence | undefined;
  /** Of the latest round, where there is something left to do with it, or to know of it. */
  readonly closed: { readonly round: number; readonly mayReopen: boolean; readonly resultsLeft: boolean } | undefined;
};

const invitedOf = (say: Say, facts: PlanFacts, { id }: Organisation): string => {
  const heads = facts.invited[String(id)];
  const count = facts.wish.audience.reduce((sum, role) => sum + (heads?.[role] ?? 0), 0);
  if (count === 0) return say('plan.nobody');
  if (facts.mode === 'pooled') return say('plan.invitedFewPooled', { count });
  return count < facts.wish.k ? say('plan.invitedFew', { count, k: facts.wish.k }) : say('plan.invitedCount', { count });
};

/** Which of the questions the partners wrote; nothing where there are none. */
const questionInput = (say: Say, { wish, approved }: PlanFacts) => {
  if (approved.length === 0) return [];
  const { shown, more } = cut(say, approved, mostShown, 'last');
  return [
    {
      type: 'Input.ChoiceSet' as const,
      id: 'questions',
      label: say('plan.questions', { most: mostLocalQuestions }),
      isMultiSelect: true,
      style: 'expanded' as const,
      wrap: true,
      choices: shown.map(({ id, text }) => ({ title: text, value: String(id) })),
      value: wish.questions.join(),
    },
    ...more,
  ];
};

const wishInputs = (say: Say, facts: PlanFacts) => [
  choiceSet({
    id: 'instrument',
    label: say('plan.instrument'),
    error: say('plan.instrument'),
    value: facts.wish.instrument,
    choices: instrumentNames.map((name) => ({ title: say(`instrument.${name}`), value: name })),
  }),
  ...questionInput(say, facts),
  ...usualInputs(say, facts),
];

/** How many are asked about; in a plan of anything else, that they can be. */
const aboutOutcomes = (say: Say, { wish, outcomes }: PlanFacts) => {
  if (wish.instrument === 'check-back') return [text(say('plan.outcomes', { count: outcomes.length }))];
  return outcomes.length === 0 ? [] : [quiet(say('plan.checkBack'))];
};

const usualInputs = (say: Say, { wish }: PlanFacts) => [
  choiceSet({
    id: 'audience',
    label: say('plan.audience'),
    error: say('plan.audience'),
    value: wishShown(wish).audience,
    choices: [
      { title: say('plan.leaders'), value: 'leaders' },
      { title: say('plan.everybody'), value: 'everybody' },
    ],
  }),
  choiceSet({
    id: 'k',
    label: say('plan.k'),
    error: say('plan.k'),
    value: String(wish.k),
    choices: [...new Set([3, 4, 5, wish.k])].map((k) => ({ title: say('plan.kHint', { k }), value: String(k) })),
  }),
  {
    type: 'Input.Date' as const,
    id: 'closingDate',
    label: say('plan.closingDate', { time: closingTime }),
    value: wish.closingDate,
    isRequired: true,
    errorMessage: say('plan.closingDateError'),
  },
];

const wishShown = ({ audience, instrument, questions, k, closingDate }: PlanFacts['wish']) => ({
  instrument,
  questions: [...questions],
  audience: audience.includes('employee') ? ('everybody' as const) : ('leaders' as const),
  k,
  closingDate,
});

const modeSentence = ({ instrument, mode }: PlanFacts): Sentence => {
  if (!asksAboutPartners(instrument)) return 'plan.mode.network';
  return `plan.mode.${mode}`;
};
const reopen = (say: Say, pointer: { collaboration: string; round: number }) =>
  button(say('plan.reopen', { round: pointer.round }), { verb: 'round.askReopen', ...pointer }, { withoutInputs: true });

/** The whole plan before anything is sent: mode, k, who is invited, how long it takes, when reminders go; or why it cannot be. */
export const roundPlan = (facts: PlanFacts) => {
  const { collaboration, wish, language, closed } = facts;
  const say = sayIn(language);
  const pointer = { collaboration: collaboration.id };
  const reminderDays = facts.reminderDays.map((date) => day(date, language)).join(', ');
  const outlook =
    facts.obstacle !== undefined
      ? [warning(say('plan.cannot', { reason: say(facts.obstacle) }))]
      : [
          text(say(modeSentence(facts))),
          ...aboutOutcomes(say, facts),
          ...(facts.instrument.form === 'short' ? [text(say('plan.short', { most: mostPartners }))] : []),
          text(
            `${say('survey.closes', { closes: moment(facts.closes, collaboration.zone, language) })} ${say('plan.minutes', { count: minutesOf(facts.instrument, collaboration.organisations.length, wish.audience) })}`,
          ),
          text(facts.reminderDays.length === 0 ? say('plan.noReminders') : say('plan.reminders', { days: reminderDays })),
          quiet(say('plan.now')),
        ];
  return card(
    [
      title(say('plan.title')),
      text(plain(collaboration.purpose)),
      ...wishInputs(say, facts),
      { type: 'TextBlock', text: say('plan.invited'), wrap: true, weight: 'Bolder', separator: true },
      {
        type: 'FactSet',
        facts: collaboration.organisations.map((organisation) => ({
          title: plain(organisation.name),
          value: invitedOf(say, facts, organisation),
        })),
      },
      ...outlook,
      ...(closed?.resultsLeft ? [quiet(say('reopen.leftBefore', { round: closed.round }))] : []),
    ],
    [
      button(say('plan.again'), { verb: 'round.preview', ...pointer }),
      ...(facts.obstacle === undefined
        ? [button(say('plan.launch'), { verb: 'round.launch', ...pointer, shown: wishShown(wish) }, { primary: true })]
        : []),
      ...(closed?.mayReopen ? [reopen(say, { ...pointer, round: closed.round })] : []),
    ],
  );
};

export const roundLaunched = (facts: SurveyFacts) => {
  const say = sayIn(facts.language);
  return card([
    title(say('launched.title', { round: facts.round })),
    text(say('launched.text')),
    quiet(say('survey.closes', { closes: moment(facts.closes, facts.zone, facts.language) })),
  ]);
};

/** The open round as an integration manager sees it; `sure`: closing was asked for and waits for a second tap. */
export const roundOpen = (facts: SurveyFacts, report: DeliveryReport, sure: boolean) => {
  const say = sayIn(facts.language);
  const pointer = { collaboration: facts.collaboration, round: facts.round };
  const closing = sure
    ? [
        button(say('open.closeYes'), { verb: 'round.close', ...pointer, confirmed: true }),
        button(say('open.closeNo'), { verb: 'survey.view', ...pointer }),
      ]
    : [
        button(say('survey.answer'), { verb: 'survey.answer', ...pointer }, { primary: true }),
        ...(mayPostAgain(report.card) ? [button(say('open.postAgain'), { verb: 'survey.post', ...pointer })] : []),
        button(say('open.close'), { verb: 'round.close', ...pointer, confirmed: false }),
      ];
  return card(
    [
      title(say('open.title', { round: facts.round })),
      text(plain(facts.purpose)),
      counts(say, facts),
      text(say('survey.closes', { closes: moment(facts.closes, facts.zone, facts.language) })),
      ...deliveryLines(say, report),
      ...(sure ? [warning(say('open.closeSure'))] : []),
    ],
    closing,
  );
};
