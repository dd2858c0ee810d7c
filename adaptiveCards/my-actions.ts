import type { Action } from '../bot/domain/actions/action.ts';
import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, cut, day, plain, quiet, text, title } from './parts.ts';

/** As many as a message has room for; what is left out stands behind a button of its collaboration. */
const mostCollaborations = 6;
const mostActions = 8;

type Own = { readonly collaboration: Pick<Collaboration, 'id' | 'purpose'>; readonly actions: readonly Action[] };

const lineOf = (say: Say, language: Language, { due, state }: Action): string =>
  say('action.mine.line', { due: day(due, language), state: say(`action.is.${state === 'stuck' ? 'stuckShort' : state}`) });

/** In the 1:1 chat: what a person owns, collaboration by collaboration. */
export const myActions = (language: Language, own: readonly Own[], unchecked: number, more: boolean) => {
  const say = sayIn(language);
  const { shown, more: others } = cut(say, own, mostCollaborations);
  const each = Math.max(1, Math.floor(mostActions / Math.max(1, shown.length)));
  const opening = (collaboration: string, action: Action) => [
    text(plain(action.text)),
    quiet(lineOf(say, language, action)),
    {
      type: 'ActionSet' as const,
      actions: [button(say('action.open'), { verb: 'action.view', collaboration, action: action.id })],
    },
  ];
  const listed = shown.map(({ collaboration: { id, purpose }, actions }) => ({
    type: 'Container' as const,
    separator: true,
    items: [
      { ...text(plain(purpose)), weight: 'Bolder' as const },
      ...(actions.length === 0 ? [text(say('action.mine.none'))] : actions.slice(0, each).flatMap((one) => opening(id, one))),
      ...(actions.length > each
        ? [{ type: 'ActionSet' as const, actions: [button(say('action.mine'), { verb: 'action.mine', collaboration: id })] }]
        : []),
    ],
  }));
  return card([
    title(say('action.mine')),
    ...(own.length === 0 && unchecked === 0 ? [text(say('extension.none'))] : listed),
    ...(unchecked > 0 ? [text(say('data.unchecked', { count: unchecked }))] : []),
    ...(more ? [quiet(say('action.mine.more'))] : others),
  ]);
};
