import { actionLimits } from '../bot/domain/actions/agreeing.ts';
import type { UpdateRequestFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import { words } from './action-parts.ts';
import { nudgedActions } from './nudge-parts.ts';
import { button, card, cut, day, plain, quiet, text, title } from './parts.ts';
import type { Card } from './parts.ts';

/** On one card; the rest is counted. Texts have up to 400 characters, and a message 28 KB. */
const mostActions = 4;

/** To an owner, privately, before a meeting. One action is answered on the card itself, with a line; of several each is opened. */
export const updateRequest = (facts: UpdateRequestFacts): Card => {
  const { language, collaboration, actions } = facts;
  const say = sayIn(language);
  const [only] = actions.length === 1 ? actions : [];
  const { shown, more } = cut(say, actions, mostActions);
  const head = [title(say('update.title', { date: day(facts.date, language) })), text(plain(facts.purpose))];
  const listed = [...nudgedActions(say, facts, shown, only === undefined), ...more];
  if (only === undefined)
    return card(
      [...head, text(say('update.each')), ...listed, quiet(say('update.why'))],
      more.length > 0 ? [button(say('action.all'), { verb: 'action.mine', collaboration, whose: 'all' })] : [],
    );
  const pointer = { collaboration, action: only.id };
  const ask = (what: 'done' | 'stuck' | 'more time') =>
    button(say(`action.ask.${what}`), { verb: 'action.ask', ...pointer, what });
  return card(
    [...head, ...listed, words('said', say('action.said'), undefined, actionLimits.text), quiet(say('update.why'))],
    [
      button(say('action.ask.on track'), { verb: 'action.onTrack', ...pointer }, { primary: true }),
      ask('stuck'),
      only.kind === 'test of change' ? ask('done') : button(say('action.ask.done'), { verb: 'action.done', ...pointer }),
      ask('more time'),
    ],
  );
};
