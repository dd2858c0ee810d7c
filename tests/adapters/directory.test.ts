import assert from 'node:assert/strict';
import { teamsDirectory } from '../../bot/adapters/teams/directory.ts';
import type { TenantLine } from '../../bot/adapters/teams/connector.ts';
import { peopleChanged } from '../../bot/contracts/activity.ts';
import { silentLog } from '../store-engines.ts';

const tenant = 'tenant-a';
const channel = '19:sample@thread.tacv2';
const one = { tenantId: tenant, objectId: 'one' };
const other = { tenantId: tenant, objectId: 'other' };

/** Teams with a roster that the test changes; `asked` counts the questions. */
const teamsOf = (roster: Set<string>) => {
  const teams = { asked: 0, wait: (): Promise<void> => Promise.resolve() };
  const getConversationMember = async (_: string, objectId: string) => {
    teams.asked += 1;
    const isIn = roster.has(objectId);
    await teams.wait();
    if (!isIn) throw Object.assign(new Error('not there'), { statusCode: 404 });
    return { tenantId: tenant };
  };
  const line = { client: { conversations: { getConversationMember } } } as unknown as TenantLine;
  const directory = teamsDirectory({
    lineTo: () => Promise.resolve(line),
    clock: () => new Date('2026-11-30T10:00:00Z'),
    log: silentLog,
  });
  return { teams, directory };
};

const removed = (...members: readonly object[]) => ({ type: 'conversationUpdate', membersRemoved: members });

/** As Teams sends them; the kind stands in `channelData.eventType`. */
const events: Readonly<Record<string, unknown>> = {
  teamMemberRemoved: { ...removed({ id: '29:1', aadObjectId: 'one' }), channelData: { eventType: 'teamMemberRemoved' } },
  channelMemberRemoved: { ...removed({ id: '29:1', aadObjectId: 'ONE' }), channelData: { eventType: 'channelMemberRemoved' } },
  channelMemberAdded: { type: 'conversationUpdate', membersAdded: [{ id: '29:1', aadObjectId: 'one' }] },
  channelShared: { type: 'conversationUpdate', channelData: { eventType: 'channelShared', sharedWithTeams: [{ id: '19:x' }] } },
  channelUnshared: {
    type: 'conversationUpdate',
    channelData: { eventType: 'channelUnshared', unsharedFromTeams: [{ id: '19:x' }] },
  },
  'somebody without an object id': removed({ id: '29:1' }),
  'people that are no list': { type: 'conversationUpdate', membersRemoved: 'everybody' },
  'a list of nonsense': { type: 'conversationUpdate', membersRemoved: [null, 7] },
  nothing: undefined,
};

describe('who is in a channel', () => {
  for (const [name, event] of Object.entries(events))
    it(`is asked of Teams again after ${name}, once or twice`, async () => {
      const roster = new Set(['one', 'other']);
      const { teams, directory } = teamsOf(roster);
      assert.equal(await directory.isInChannel(tenant, channel, one), true);
      roster.delete('one');
      assert.equal(await directory.isInChannel(tenant, channel, one), true, 'within a minute it is believed');
      directory.forget(peopleChanged(event));
      assert.equal(await directory.isInChannel(tenant, channel, one), false);
      directory.forget(peopleChanged(event));
      assert.equal(await directory.isInChannel(tenant, channel, one), false);
      assert.equal(teams.asked, 3);
    });

  it('is still believed of everybody whom the event does not name', async () => {
    const { teams, directory } = teamsOf(new Set(['one', 'other']));
    await directory.isInChannel(tenant, channel, one);
    await directory.isInChannel(tenant, channel, other);
    directory.forget(peopleChanged(events['channelMemberRemoved']));
    await directory.isInChannel(tenant, channel, other);
    assert.equal(teams.asked, 2);
    await directory.isInChannel(tenant, channel, one);
    assert.equal(teams.asked, 3);
  });

  it('is not believed from an answer that was on its way when they were taken out', async () => {
    const roster = new Set(['one']);
    const { teams, directory } = teamsOf(roster);
    let answer = (): void => undefined;
    teams.wait = () => new Promise((resolve) => (answer = resolve));
    const asking = directory.isInChannel(tenant, channel, one);
    await new Promise((resolve) => setImmediate(resolve));
    roster.delete('one');
    directory.forget(peopleChanged(events['teamMemberRemoved']));
    answer();
    await asking;
    teams.wait = () => Promise.resolve();
    assert.equal(await directory.isInChannel(tenant, channel, one), false);
  });
});
