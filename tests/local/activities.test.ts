import assert from 'node:assert/strict';
import sinon from 'sinon';
import { installation } from '../../local/activities.ts';
import { botSecret, loginAt, startTinyBot, type TinyBot } from './tiny-bot.ts';

const leader = 'Hospital trust leader 1';

describe('what people do reaches the bot as signed activities of Teams', () => {
  let bot: TinyBot;
  before(async () => {
    bot = await startTinyBot('activities');
  });
  after(() => bot.stop());
  beforeEach(() => bot.turns.splice(0));

  it('adding the app tells the bot by an installation and a membership event, with team and picked channel', async () => {
    const answers = await bot.teams.install(leader, 'Partner leaders');
    assert.deepEqual(
      answers.map((one) => one.status),
      [200, 200, 200],
    );
    assert.deepEqual(
      bot.turns.map((turn) => turn.type),
      ['installationUpdate', 'conversationUpdate', 'conversationUpdate'],
    );
    const [first, second] = bot.turns.map((turn) => turn.activity);
    const { team } = bot.teams.state;
    assert.deepEqual(
      [first?.action, first?.conversation.id, first?.conversation.tenantId],
      ['add', team.channels[1]?.id, team.tenant],
    );
    assert.deepEqual([second?.conversation.id, second?.membersAdded?.[0]?.id], [team.id, `28:${bot.botId}`]);
  });

  it('a channel message reaches the bot only with its @mention, in the thread it began', async () => {
    await bot.teams.say(leader, 'General', 'no mention');
    assert.equal(bot.turns.length, 0);
    const { message } = await bot.teams.say(leader, 'General', '@Tiny bot help');
    const [turn] = bot.turns;
    assert.equal(turn?.text, '<at>Tiny bot</at> help');
    assert.equal(turn.activity.conversation.id, `${bot.teams.state.team.id};messageid=${message.id}`);
    assert.equal(turn.activity.entities?.[0]?.type, 'mention');
    assert.equal(turn.activity.from.aadObjectId, bot.teams.person(leader).aadObjectId);
  });

  it('the first word in the 1:1 chat adds the app for that person', async () => {
    await bot.teams.say(leader, 'chat', 'hello');
    assert.deepEqual(
      bot.turns.map((turn) => turn.type),
      ['installationUpdate', 'conversationUpdate', 'message'],
    );
    assert.equal(bot.turns[2]?.activity.conversation.conversationType, 'personal');
  });

  it('people who come and go are announced with both of their ids', async () => {
    const who = 'Municipality A leader 1';
    await bot.teams.changeMembers(leader, 'General', 'membersRemoved', [who]);
    await bot.teams.changeMembers(leader, 'General', 'membersAdded', [who]);
    const [gone, back] = bot.turns.map((turn) => turn.activity);
    assert.equal(gone?.membersRemoved?.[0]?.aadObjectId, bot.teams.person(who).aadObjectId);
    assert.equal(back?.membersAdded?.[0]?.id, bot.teams.person(who).botSpecificId);
  });

  it('a forged activity is refused by the authentication of the SDK', async () => {
    const channel = bot.teams.state.team.channels[0];
    assert.ok(channel);
    const activity = installation(bot.teams.world, bot.teams.person(leader), { channel }, 'add');
    // The SDK prints each refusal.
    const printed = sinon.stub(console, 'error');
    try {
      for (const claims of [
        { aud: 'somebody-else' },
        { iss: 'https://example.org' },
        { serviceurl: 'https://example.org' },
        { exp: 1 },
      ]) {
        assert.equal((await bot.teams.post(activity, { claims })).status, 401, JSON.stringify(claims));
      }
      assert.notEqual((await bot.teams.post(activity, { key: 'stranger' })).status, 200);
    } finally {
      printed.restore();
    }
    assert.equal(bot.turns.length, 0);
    assert.equal((await bot.teams.post(activity)).status, 200);
  });

  it('the login service gives MSAL a token for the right secret only', async () => {
    const ask = { scopes: ['https://api.botframework.com/.default'] };
    const good = await loginAt(bot.teams.url, bot.botId, botSecret).acquireTokenByClientCredential(ask);
    assert.match(good?.accessToken ?? '', /^ey/);
    await assert.rejects(loginAt(bot.teams.url, bot.botId, 'wrong').acquireTokenByClientCredential(ask), /invalid_client/);
  });
});
