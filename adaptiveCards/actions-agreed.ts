import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { AgreedFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import type { Card } from './parts.ts';
import { actionCard } from './action.ts';
import { eachToOpen, ownerNames } from './action-parts.ts';
import { button, card, day, opening, plain, title } from './parts.ts';

const mostOwners = 3;

/** In the home channel, for everybody: what was agreed elsewhere. One has its whole card; several are a list, each to be opened. */
export const actionsAgreed = (facts: AgreedFacts, linkToTab: LinkToTab): Card => {
  const { language, collaboration, actions } = facts;
  const { id, homeChannel } = collaboration;
  const [only] = actions.length === 1 ? actions : [];
  if (only !== undefined)
    return actionCard({ ...facts, action: only, page: linkToTab(homeChannel, { is: 'action', action: only.id }) });
  const say = sayIn(language);
  const lines = actions.map((action) => ({
    action,
    line: say('agreed.line', { due: day(action.due, language), owners: plain(ownerNames(say, facts, action, mostOwners)) }),
  }));
  return card(
    [title(say('agreed.title', { count: actions.length })), ...eachToOpen(say, id, lines)],
    [
      button(say('action.all'), { verb: 'action.mine', collaboration: id, whose: 'all' }),
      opening(say('action.openInTab'), linkToTab(homeChannel, { is: 'actions' })),
    ],
  );
};
