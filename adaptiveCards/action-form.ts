import type { ActionKind } from '../bot/domain/actions/action.ts';
import { actionLimits } from '../bot/domain/actions/agreeing.ts';
import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import type { ActionFacts } from './action-parts.ts';
import { date, otherKinds, ownerChoice, words } from './action-parts.ts';
import { button, card, choiceSet, quiet, text, title } from './parts.ts';

/** In the channel, for everybody; what it opens is each person's own view. */
export const actionsDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('action.desk')), text(say('action.desk.what')), quiet(say('action.desk.nudges'))],
    [
      button(say('action.agree'), { verb: 'action.form', collaboration, kind: 'quick win' }, { primary: true }),
      button(say('action.mine'), { verb: 'action.mine', collaboration }),
      button(say('action.all'), { verb: 'action.mine', collaboration, whose: 'all' }),
    ],
  );
};

/** Where the person is in several collaborations: first of which. What was to stand in the form is carried on. */
export const actionWhere = (
  language: Language,
  collaborations: readonly Collaboration[],
  carried: { readonly text?: string; readonly link?: string } = {},
) => {
  const say = sayIn(language);
  const choices = collaborations.map(({ id, purpose }) => ({ title: purpose, value: id }));
  return card(
    [
      title(say('action.agree')),
      choiceSet({ id: 'collaboration', label: say('action.where'), error: say('action.whereError'), expanded: true, choices }),
    ],
    [button(say('action.goOn'), { verb: 'action.form', kind: 'quick win', ...carried }, { primary: true })],
  );
};

/** Who has not said which organisation they answer for owns nothing yet. */
export const actionNobody = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('action.agree')), text(say('action.noPlace'))],
    [button(say('roster.choose'), { verb: 'roster.open', collaboration }, { primary: true })],
  );
};

/** What stands in the form; each text as it was typed. */
export type TypedAction = {
  readonly text?: string | undefined;
  readonly due?: string | undefined;
  readonly owners?: readonly number[] | undefined;
  readonly nextStep?: string | undefined;
  readonly what?: string | undefined;
  readonly forWhom?: string | undefined;
  readonly expected?: string | undefined;
};

const ofKind = (say: Say, kind: ActionKind, typed: TypedAction) => {
  const longest = actionLimits.text;
  if (kind === 'adaptive') return [words('nextStep', say('action.nextStep'), typed.nextStep, longest)];
  if (kind === 'quick win') return [];
  return (['what', 'forWhom', 'expected'] as const).map((field) =>
    words(field, say(`action.test.${field}`), typed[field], longest),
  );
};

/**
 * One's own form. `request`: told apart from every other form, so that pressing twice agrees once. `first`: the organisation whose people
 * stand first among the owners. Choosing another kind keeps what was typed.
 */
export const actionForm = (
  facts: ActionFacts & {
    readonly kind: ActionKind;
    readonly request: string;
    readonly typed: TypedAction;
    readonly first: number | undefined;
    /** To the message it comes from. */
    readonly link?: string | undefined;
  },
) => {
  const { language, kind, request, typed, first, link } = facts;
  const say = sayIn(language);
  const carried = { collaboration: facts.collaboration.id, request, ...(link === undefined ? {} : { link }) };
  return card(
    [
      title(say('action.agree')),
      text(say('action.kindLine', { kind: say(`action.kind.${kind}`), about: say(`action.kind.${kind}.about`) })),
      words('text', say('action.text'), typed.text, actionLimits.text),
      ...ofKind(say, kind, typed),
      date('due', say(kind === 'adaptive' ? 'action.dueStep' : 'action.due'), typed.due),
      ...ownerChoice(say, facts, typed.owners ?? [], first),
      quiet(say('action.readers')),
    ],
    [
      button(say('action.agree'), { verb: 'action.agree', ...carried, kind }, { primary: true }),
      ...otherKinds(kind).map((other) => button(say(`action.make.${other}`), { verb: 'action.form', ...carried, kind: other })),
    ],
  );
};
