import { found } from '../../adaptiveCards/found.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../bot/contracts/deep-link.ts';
import type { Collaboration, Member } from '../../bot/domain/collaboration.ts';
import type { Finding, Found } from '../../bot/domain/found.ts';
import { actionOf } from '../domain/actions/builders.ts';

/** Every card that is put into a message. */
export const foundCards = (
  {
    collaboration,
    people,
    text,
  }: { readonly collaboration: Collaboration; readonly people: readonly Member[]; readonly text: string },
  linkToTab: LinkToTab,
): Readonly<Record<string, Card>> => {
  const [one = { id: 1, name: '' }, other = { id: 2, name: '' }] = collaboration.organisations;
  const owners = people.slice(0, 8).map(({ id, organisation = 1 }) => ({ organisation, member: id }));
  const action = actionOf({ text, owners, due: '2027-03-01', state: 'stuck', stuck: { because: 'system', words: text } });
  const pair = { is: 'pair', round: 3, k: 5, one, other } as const;
  const organisation = { is: 'organisation', round: 3, k: 5, organisation: one } as const;
  const [opens, closes] = [new Date('2025-02-12T09:00Z'), new Date('2025-02-26T14:00Z')];
  const round = { is: 'round', round: 3, instrument: 'relational', opens, closes, open: false } as const;
  const lower = { index: 1.5, orLower: true, band: 'attention' } as const;
  const card = (what: Found, here = true) => found({ collaboration, here, people, found: what } satisfies Finding, linkToTab);
  return {
    found: card({ is: 'action', action }),
    'found, action elsewhere': card({ is: 'action', action }, false),
    'found, round': card(round),
    'found, open round': card({ ...round, open: true }),
    'found, pair': card({ ...pair, values: { there: lower, back: { hidden: true } } }),
    'found, pair elsewhere': card(pair, false),
    'found, organisation': card({ ...organisation, values: { mode: 'matrix', seen: 4.2, sees: null } }),
    'found, organisation, pooled': card({ ...organisation, values: { mode: 'pooled', seen: lower } }),
    'found, organisation elsewhere': card(organisation, false),
    'found, first screen': card({ is: 'tab', place: 'first' }),
    'found, timeline': card({ is: 'tab', place: 'timeline' }),
  };
};
