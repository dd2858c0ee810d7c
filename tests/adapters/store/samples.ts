import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import type { CollaborationId, Member, Role } from '../../../bot/domain/collaboration.ts';
import type { NewCollaboration, Store } from '../../../bot/ports/store.ts';
import type { NewMember } from '../../../bot/ports/unit.ts';
import type { NewRound } from '../../../bot/ports/unit-rounds.ts';
import { relational } from '../../builders.ts';

export const noon = new Date('2025-03-03T12:00:00.000Z');
export const hours = (count: number): Date => new Date(noon.getTime() + count * 3_600_000);

export const tenant = '11111111-1111-4111-8111-111111111111';

export const wish = (channel: string = randomUUID()): NewCollaboration => ({
  purpose: 'Sample purpose',
  organisations: ['Sample hospital trust', 'Sample municipality', 'Sample welfare office'],
  language: 'en',
  zone: 'Europe/Oslo',
  nextMeeting: '2025-03-30',
  homeTenant: tenant,
  homeChannel: channel,
});

export const somebody = (name: string, organisation?: number, role?: Role): NewMember => ({
  tenantId: tenant,
  objectId: randomUUID(),
  name,
  teamsUserId: `29:${name}`,
  ...(organisation === undefined ? {} : { organisation }),
  ...(role === undefined ? {} : { role }),
});

export const newRound: NewRound = {
  mode: 'matrix',
  k: 5,
  audience: ['leader', 'employee'],
  instrument: relational,
  opens: noon,
  closes: hours(24),
};

export const newCollaboration = async (store: Store): Promise<CollaborationId> => {
  const id = await store.createCollaboration(wish(), somebody('Sample integration manager'));
  assert.notEqual(id, 'channel taken');
  return id as CollaborationId;
};

/** A new collaboration with an open round, number 1. */
export const openRound = async (store: Store): Promise<CollaborationId> => {
  const id = await newCollaboration(store);
  await store.within(id, (unit) => unit.rounds.launch(newRound));
  return id;
};

export const addMember = (store: Store, id: CollaborationId, name: string): Promise<Member> =>
  store.within(id, (unit) => unit.members.put(somebody(name, 1, 'leader')));
