import type { NudgeFacts, ToldAction } from '../bot/domain/message.ts';
import type { Say } from '../locales/translate.ts';
import { button, day, plain, quiet, text } from './parts.ts';

const mostOwners = 3;

/** Whose it is, in words: so many of its owners. */
export const ownersOf = (say: Say, { owners }: Pick<ToldAction, 'owners'>, most = mostOwners): string =>
  plain(
    owners
      .slice(0, most)
      .map(({ name, organisation }) => (name === undefined ? organisation : say('action.person', { name, organisation })))
      .join(', '),
  );

/** What one person is nudged about: one after the other, each numbered and to be opened where there are several. */
export const nudgedActions = (
  say: Say,
  { language, collaboration }: Pick<NudgeFacts, 'language' | 'collaboration'>,
  actions: NudgeFacts['actions'],
  numbered: boolean,
) =>
  actions.map((action, at) => ({
    type: 'Container' as const,
    separator: true,
    items: [
      ...(numbered ? [quiet(say('action.number', { number: at + 1 }))] : []),
      text(plain(action.text)),
      ...(action.nextStep === undefined ? [] : [text(plain(action.nextStep))]),
      text(say(`nudge.step.${action.step}`, { date: day(action.due, language) })),
      ...(action.own ? [] : [quiet(say('nudge.owners', { owners: ownersOf(say, action) }))]),
      ...(numbered
        ? [
            {
              type: 'ActionSet' as const,
              actions: [
                button(say('action.openNumber', { number: at + 1 }), { verb: 'action.view', collaboration, action: action.id }),
              ],
            },
          ]
        : []),
    ],
  }));
