import type { Action } from '../bot/domain/actions/action.ts';
import { sayIn } from '../locales/translate.ts';
import { eachToOpen } from './action-parts.ts';
import type { ActionFacts } from './action-parts.ts';
import { button, card, day, text, title } from './parts.ts';

const onAPage = 8;

/** Open actions by due date, a page at a time, each to be opened: one's own, or everybody's. */
export const actionsList = (
  facts: ActionFacts & { readonly whose: 'mine' | 'all'; readonly page: number; readonly actions: readonly Action[] },
) => {
  const { language, actions, whose, page } = facts;
  const say = sayIn(language);
  const collaboration = facts.collaboration.id;
  const other = whose === 'mine' ? 'all' : 'mine';
  const turn = (label: string, to: number) => button(label, { verb: 'action.mine', collaboration, whose, page: to });
  const lines = actions.slice(page * onAPage, (page + 1) * onAPage).map((action) => ({
    action,
    line: say('action.mine.line', {
      due: day(action.due, language),
      state: say(`action.is.${action.state === 'stuck' ? 'stuckShort' : action.state}`),
    }),
  }));
  return card(
    [
      title(say(`action.${whose}`)),
      ...(lines.length === 0 ? [text(say(`action.${whose}.none`))] : eachToOpen(say, collaboration, lines)),
    ],
    [
      ...(page > 0 ? [turn(say('correct.previous'), page - 1)] : []),
      ...((page + 1) * onAPage < actions.length ? [turn(say('correct.next'), page + 1)] : []),
      button(say(`action.${other}`), { verb: 'action.mine', collaboration, whose: other }),
    ],
  );
};
