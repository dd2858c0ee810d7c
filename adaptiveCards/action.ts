import type { Button } from '../bot/contracts/buttons.ts';
import type { Action } from '../bot/domain/actions/action.ts';
import { isClosed, stuckReasons, verdicts } from '../bot/domain/actions/action.ts';
import { actionLimits } from '../bot/domain/actions/agreeing.ts';
import { isHere } from '../bot/domain/set-up.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import type { ActionFacts } from './action-parts.ts';
import { actionLines, date, ownerChoice, words } from './action-parts.ts';
import { button, card, choiceSet, opening, quiet, text, title } from './parts.ts';

/** What needs more than a press, and the choice of what is said more rarely: a card has room for five buttons. */
type Asked = Extract<Button, { verb: 'action.ask' }>['what'];

/** `page`: a link to its page in the channel's tab. */
type One = ActionFacts & { readonly action: Action; readonly page?: string | undefined };

const toPage = (say: Say, { page }: One) => (page === undefined ? [] : [opening(say('action.openInTab'), page)]);

/** In the channel, for everybody: how it stood when it was agreed. What it opens is each person's own view. */
export const actionCard = (facts: One) => {
  const say = sayIn(facts.language);
  const pointer = { collaboration: facts.collaboration.id, action: facts.action.id };
  return card(
    [title(say('action.title')), ...actionLines(say, facts, facts.action)],
    [button(say('action.open'), { verb: 'action.view', ...pointer }), ...toPage(say, facts)],
  );
};

/**
 * One person's own view. `mayChange`: an owner or an integration manager, who finds the buttons there. `saved`: what they just said;
 * `told`: they agreed it, and the home channel is told.
 */
export const actionMine = (facts: One & { readonly mayChange: boolean; readonly saved?: 'here' | 'told' | undefined }) => {
  const { action, mayChange, saved } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: facts.collaboration.id, action: action.id };
  const ask = (what: Asked) => button(say(`action.ask.${what}`), { verb: 'action.ask', ...pointer, what });
  const done =
    action.kind === 'test of change' ? ask('done') : button(say('action.ask.done'), { verb: 'action.done', ...pointer });
  return card(
    [
      title(say('action.title')),
      ...(saved === undefined ? [] : [text(`**${say('action.saved')}**`)]),
      ...(saved === 'told' ? [text(say('action.toldHome'))] : []),
      ...actionLines(say, facts, action),
      ...(mayChange || isClosed(action) ? [] : [quiet(say('action.ownersOnly'))]),
    ],
    mayChange && !isClosed(action)
      ? [
          button(say('action.ask.on track'), { verb: 'action.onTrack', ...pointer }, { primary: true }),
          done,
          ...(['stuck', 'more time', 'other'] as const).map(ask),
        ]
      : [button(say('action.mine'), { verb: 'action.mine', collaboration: pointer.collaboration }), ...toPage(say, facts)],
  );
};

const longest = actionLimits.text;
type Pointer = { readonly collaboration: string; readonly action: number };

/** `said`: what was typed before. */
const stuckInputs = (say: Say, said: string | undefined) => [
  choiceSet({
    id: 'because',
    label: say('action.because'),
    error: say('action.becauseError'),
    expanded: true,
    choices: stuckReasons.map((reason) => ({ title: say(`action.because.${reason}`), value: reason })),
  }),
  words('words', say('action.because.words'), said, longest),
];

const doneInputs = (say: Say, { collaboration: { organisations } }: ActionFacts) => [
  choiceSet({
    id: 'verdict',
    label: say('action.verdict'),
    error: say('action.verdictError'),
    expanded: true,
    choices: verdicts.map((verdict) => ({ title: say(`action.verdict.${verdict}`), value: verdict })),
  }),
  {
    ...choiceSet({
      id: 'keptBy',
      label: say('action.keptByChoice'),
      error: say('action.keptByError'),
      placeholder: say('page.choose'),
      choices: organisations.filter(isHere).map(({ id, name }) => ({ title: name, value: String(id) })),
    }),
    isRequired: false,
  },
];

const inputsOf = (say: Say, facts: One & { readonly said?: string }, what: Asked) => {
  const { action, said } = facts;
  const line = said === undefined || said === '' ? [] : [words('said', say('action.said'), said, longest)];
  switch (what) {
    case 'done':
      return [...doneInputs(say, facts), ...line];
    case 'stuck':
      return stuckInputs(say, said);
    case 'more time':
      return [
        date('due', say('action.newDue'), undefined),
        ...(action.kind === 'adaptive' ? [words('nextStep', say('action.newStep'), action.nextStep, longest)] : []),
        ...line,
      ];
    case 'hand over':
      return ownerChoice(say, facts, [], action.owners[0]?.organisation);
    case 'snooze':
      return [
        date('until', say('action.snoozeUntil'), undefined),
        words('because', say('action.snoozeBecause'), undefined, longest),
      ];
    case 'other':
      return [quiet(say(action.kind === 'test of change' ? 'action.dropTest' : 'action.dropAbout'))];
  }
};

const buttonsOf = (say: Say, { action }: One, what: Asked, pointer: Pointer) => {
  const primary = { primary: true } as const;
  switch (what) {
    case 'done':
      return [button(say('action.ask.done'), { verb: 'action.done', ...pointer }, primary)];
    case 'stuck':
      return [button(say('action.sayStuck'), { verb: 'action.stuck', ...pointer }, primary)];
    case 'more time':
      return [button(say('action.sayMoreTime'), { verb: 'action.moreTime', ...pointer }, primary)];
    case 'hand over':
      return [button(say('action.sayHandOver'), { verb: 'action.handOver', ...pointer }, primary)];
    case 'snooze':
      return [button(say('action.saySnooze'), { verb: 'action.snooze', ...pointer }, primary)];
    case 'other':
      return [
        ...(['hand over', 'snooze'] as const).map((other) =>
          button(say(`action.ask.${other}`), { verb: 'action.ask', ...pointer, what: other }),
        ),
        ...(action.kind === 'test of change' ? [] : [button(say('action.sayDrop'), { verb: 'action.drop', ...pointer })]),
      ];
  }
};

/** What an answer needs besides the press: a reason, a date, new owners, a verdict. */
export const actionAsk = (facts: One & { readonly what: Asked; readonly said?: string }) => {
  const { action, what } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: facts.collaboration.id, action: action.id };
  return card(
    [title(say(`action.ask.${what}`)), ...actionLines(say, facts, action), ...inputsOf(say, facts, what)],
    [
      ...buttonsOf(say, facts, what, pointer),
      button(say('action.back'), { verb: 'action.view', ...pointer }, { withoutInputs: true }),
    ],
  );
};
