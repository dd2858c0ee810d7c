import type { Action } from '../bot/domain/actions/action.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import type { ActionFacts } from './action-parts.ts';
import { button, card, cut, day, plain, quiet, text, title } from './parts.ts';

const mostShown = 8;

/** One after the other, each with its own button; numbered, so that the buttons tell themselves apart. */
const eachToOpen = (say: Say, collaboration: string, actions: readonly { readonly action: Action; readonly line: string }[]) =>
  actions.flatMap(({ action, line }, at) => [
    { ...quiet(say('action.numbered', { number: at + 1, line })), separator: true },
    text(plain(action.text)),
    {
      type: 'ActionSet' as const,
      actions: [button(say('action.openNumber', { number: at + 1 }), { verb: 'action.view', collaboration, action: action.id })],
    },
  ]);

/** One person's open actions, by due date, one of which can be opened. */
export const myActions = (facts: ActionFacts & { readonly actions: readonly Action[] }) => {
  const { language, actions } = facts;
  const say = sayIn(language);
  const collaboration = facts.collaboration.id;
  const { shown, more } = cut(say, actions, mostShown);
  const agree = button(say('action.agree'), { verb: 'action.form', collaboration, kind: 'quick win' }, { withoutInputs: true });
  if (shown.length === 0) return card([title(say('action.mine')), text(say('action.mine.none'))], [agree]);
  const lines = shown.map((action) => ({
    action,
    line: say('action.mine.line', {
      due: day(action.due, language),
      state: say(`action.is.${action.state === 'stuck' ? 'stuckShort' : action.state}`),
    }),
  }));
  return card([title(say('action.mine')), ...eachToOpen(say, collaboration, lines), ...more], [agree]);
};
