import { actionAsk, actionCard, actionMine } from '../../adaptiveCards/action.ts';
import { actionForm, actionNobody, actionsDesk } from '../../adaptiveCards/action-form.ts';
import { actionsList } from '../../adaptiveCards/actions-list.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import { sampleAppId } from '../../local/sample.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { Collaboration, Language, Member } from '../../bot/domain/collaboration.ts';
import { actionOf } from '../domain/actions/builders.ts';

const page = linksToTab({ teamsAppId: sampleAppId, publicUrl: 'https://common-ground.example.org' })('19:sample@thread.tacv2', {
  is: 'action',
  action: 1,
});

/** Every card about actions, with what people write in every place. */
export const actionCards = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly people: readonly Member[];
  /** As long as an action's may be. */
  readonly text: string;
}): Readonly<Record<string, Card>> => {
  const { language, collaboration, people, text } = facts;
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
    actionCard: actionCard({ ...facts, action: quick, page }),
    'actionCard, kept': actionCard({ ...facts, action: kept }),
    actionMine: actionMine({ ...facts, action: stuck, mayChange: true, saved: true }),
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
    actionNobody: actionNobody(language, collaboration.id),
    actionsList: actionsList({ ...list, whose: 'mine', page: 0 }),
    'actionsList, second page': actionsList({ ...list, whose: 'all', page: 1 }),
    'actionsList, none': actionsList({ ...list, whose: 'mine', page: 0, actions: [] }),
  };
};
