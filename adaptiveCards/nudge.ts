import type { Action } from '../bot/domain/actions/action.ts';
import type { NudgeStep } from '../bot/domain/actions/nudging.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import type { ActionFacts } from './action-parts.ts';
import { actionLines } from './action-parts.ts';
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

/**
 * Privately, to an owner or an integration manager: everything due at once as one message (product.md, section 4).
 */
export const nudge = (
  facts: ActionFacts & { readonly items: readonly { readonly action: Action; readonly step: NudgeStep }[] },
) => {
  const { language, items } = facts;
  const say = sayIn(language);
  const collaboration = facts.collaboration.id;
  const { shown, more } = cut(say, items, mostShown);
  const [only] = items;
  const about = text(say('nudge.about', { purpose: plain(facts.collaboration.purpose) }));
  const foot = quiet(say('nudge.why'));
  if (only !== undefined && items.length === 1) {
    const pointer = { collaboration, action: only.action.id };
    return card(
      [title(say(`nudge.step.${only.step}`)), about, ...actionLines(say, facts, only.action), foot],
      [
        button(say('action.ask.on track'), { verb: 'action.onTrack', ...pointer }, { primary: true }),
        button(say('action.open'), { verb: 'action.view', ...pointer }),
      ],
    );
  }
  const lines = shown.map(({ action, step }) => ({
    action,
    line: say('nudge.line', { step: say(`nudge.step.${step}`), due: day(action.due, language) }),
  }));
  return card([
    title(say('nudge.several', { count: items.length })),
    about,
    ...eachToOpen(say, collaboration, lines),
    ...more,
    foot,
  ]);
};

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
