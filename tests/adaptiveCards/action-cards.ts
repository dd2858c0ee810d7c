import { actionAsk, actionCard, actionMine } from '../../adaptiveCards/action.ts';
import { addHere } from '../../adaptiveCards/add-here.ts';
import { actionsAgreed } from '../../adaptiveCards/actions-agreed.ts';
import { actionForm, actionNobody, actionsDesk, actionWhere } from '../../adaptiveCards/action-form.ts';
import { myActions } from '../../adaptiveCards/my-actions.ts';
import { actionsList } from '../../adaptiveCards/actions-list.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../bot/contracts/deep-link.ts';
import type { Collaboration, Language, Member } from '../../bot/domain/collaboration.ts';
import { mostTold } from '../../bot/domain/actions/telling.ts';
import { actionOf } from '../domain/actions/builders.ts';

type Own = Parameters<typeof myActions>[1];

/** Every card about actions, with what people write in every place. */
export const actionCards = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly people: readonly Member[];
  /** As long as an action's may be. */
  readonly text: string;
  /** Its own in the tab. */
  readonly page: string;
  readonly linkToTab: LinkToTab;
}): Readonly<Record<string, Card>> => {
  const { language, collaboration, people, text, page, linkToTab } = facts;
  const test = { what: text, forWhom: text, expected: text };
  const owners = people.slice(0, 8).map(({ id, organisation = 1 }) => ({ organisation, member: id }));
  const quick = actionOf({ text, owners, due: '2027-03-01' });
  const tried = actionOf({ ...quick, kind: 'test of change', test });
  const step = actionOf({
    ...quick,
    kind: 'adaptive',
    nextStep: text,
    moved: 2,
    snoozed: { until: '2027-03-09', because: text },
  });
  const fromMessage = actionOf({ ...quick, source: { from: 'message', link: 'https://teams.microsoft.com/l/message/19:x/1' } });
  const stuck = actionOf({ ...step, state: 'stuck', stuck: { because: 'rule or law', words: text } });
  const kept = actionOf({ ...tried, state: 'done', verdict: 'keep', keptBy: 2, owners: [{ organisation: 2 }] });
  const form = { ...facts, request: 'x'.repeat(64), first: 2 };
  const typed = { ...test, text, nextStep: text, due: '2027-03-01', owners: people.slice(0, 8).map(({ id }) => id) };
  const ask = (what: Parameters<typeof actionAsk>[0]['what'], action = step) => actionAsk({ ...facts, action, what });
  const list = { ...facts, actions: Array.from({ length: 4 }, () => [quick, stuck, tried, step, quick]).flat() };
  return {
    actionsDesk: actionsDesk(language, collaboration.id),
    actionForm: actionForm({ ...form, kind: 'quick win', typed: {} }),
    'actionForm, test of change': actionForm({ ...form, kind: 'test of change', typed }),
    'actionForm, adaptive': actionForm({ ...form, kind: 'adaptive', typed }),
    'actionForm, from a message': actionForm({ ...form, kind: 'quick win', typed: { text }, link: 'https://example.org' }),
    actionWhere: actionWhere(language, Array<Collaboration>(10).fill(collaboration), { text, link: 'https://example.org' }),
    addHere: addHere(language),
    'actionCard, from a message': actionCard({ ...facts, action: fromMessage, page }),
    actionCard: actionCard({ ...facts, action: quick, page }),
    'actionCard, kept': actionCard({ ...facts, action: kept }),
    actionMine: actionMine({ ...facts, action: stuck, mayChange: true, saved: 'told' }),
    'actionMine, test of change': actionMine({ ...facts, action: tried, mayChange: true }),
    'actionMine, of others': actionMine({ ...facts, action: quick, page, mayChange: false }),
    'actionMine, closed': actionMine({ ...facts, action: kept, mayChange: true }),
    actionAsk: ask('other'),
    'actionAsk, done': ask('done', tried),
    'actionAsk, stuck': ask('stuck'),
    'actionAsk, more time': ask('more time'),
    'actionAsk, hand over': ask('hand over'),
    'actionAsk, snooze': ask('snooze'),
    'actionAsk, test of change': ask('other', tried),
    myActions: myActions(language, Array(20).fill({ collaboration, actions: list.actions }) as Own, 1, false),
    'myActions, more': myActions(language, [{ collaboration, actions: [] }], 0, true),
    'myActions, nowhere': myActions(language, [], 0, false),
    actionsAgreed: actionsAgreed({ ...facts, actions: Array<typeof quick>(mostTold).fill(quick) }, linkToTab),
    'actionsAgreed, one': actionsAgreed({ ...facts, actions: [tried] }, linkToTab),
    actionNobody: actionNobody(language, collaboration.id),
    actionsList: actionsList({ ...list, whose: 'mine', page: 0 }),
    'actionsList, second page': actionsList({ ...list, whose: 'all', page: 1 }),
    'actionsList, none': actionsList({ ...list, whose: 'mine', page: 0, actions: [] }),
  };
};
