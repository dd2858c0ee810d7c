import assert from 'node:assert/strict';
import { actionForm } from '../../adaptiveCards/action-form.ts';
import type { Collaboration, CollaborationId, Member } from '../../bot/domain/collaboration.ts';
import { ofType } from './built-cards.ts';

const collaboration: Collaboration = {
  ...{ id: 'sample' as CollaborationId, purpose: 'Sample', language: 'en', zone: 'Europe/Oslo', nextMeeting: '2027-03-01' },
  ...{ homeTenant: 'sample-tenant', homeChannel: '19:sample@thread.tacv2' },
  organisations: [
    { id: 1, name: 'Hospital trust' },
    { id: 2, name: 'Municipality A' },
  ],
};

const peopleCalled = (names: readonly string[]): readonly Member[] =>
  names.map((name, at) => ({
    ...{ tenantId: 'sample-tenant', objectId: `${at}`, collaboration: collaboration.id, teamsUserId: `29:${at}` },
    ...{ id: at + 1, name, organisation: (at % 2) + 1, role: 'leader', integrationManager: false, chair: false },
  }));

const formFor = (people: readonly Member[], first: number) =>
  actionForm({ language: 'en', collaboration, people, kind: 'quick win', request: 'one', typed: {}, first });

const choicesOf = (card: ReturnType<typeof formFor>) =>
  (ofType(card, /^Input.ChoiceSet$/)[0]?.['choices'] ?? []) as readonly { readonly title: string }[];

describe('the owners an action can be given on a card', () => {
  it('are the people of the own organisation first, then all others, each with whom they answer for', () => {
    const titles = choicesOf(formFor(peopleCalled(['One', 'Two', 'Three']), 2)).map(({ title }) => title);
    assert.deepEqual(titles, ['Two (Municipality A)', 'One (Hospital trust)', 'Three (Hospital trust)']);
  });

  it('are a hundred people with names as usual, and never more than a card has room for', () => {
    const usual = Array.from({ length: 300 }, (_, at) => `Sample Person ${at}`);
    assert.ok(choicesOf(formFor(peopleCalled(usual), 1)).length >= 100);
    const heavy = Array.from({ length: 300 }, () => '漢'.repeat(256));
    const card = formFor(peopleCalled(heavy), 1);
    assert.ok(choicesOf(card).length >= 20);
    assert.ok(Buffer.byteLength(JSON.stringify(card)) < 15_000);
  });
});
