import { CardFactory, TeamsInfo, type ConversationParameters, type TurnContext } from 'botbuilder';
import assert from 'node:assert/strict';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const audience = 'https://api.botframework.com';
const leader = 'Hospital trust leader 1';
const external = 'Municipality B employee 1';
const card = (text: string) => ({
  attachments: [CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] })],
});

describe('the stand-in answers the Bot Framework SDK as Teams does', () => {
  let bot: TinyBot;
  let shared = '';
  before(async () => {
    bot = await startTinyBot('connector');
    shared = bot.teams.state.team.channels[1]?.id ?? '';
    await bot.teams.install(leader, 'Partner leaders');
  });
  after(() => bot.stop());

  const inConversation = async <T>(id: string, ask: (context: TurnContext) => Promise<T>): Promise<T> => {
    const at = {
      conversation: { id, isGroup: false, conversationType: 'channel', name: '' },
      bot: { id: `28:${bot.botId}`, name: '' },
      channelId: 'msteams',
      serviceUrl: bot.teams.serviceUrl,
    };
    let answer: { value: T } | undefined;
    await bot.adapter.continueConversationAsync(bot.botId, at, async (context) => {
      answer = { value: await ask(context) };
    });
    assert.ok(answer);
    return answer.value;
  };
  const refused = (status: number, code?: string) => (error: unknown) => {
    assert.ok(typeof error === 'object' && error !== null && 'statusCode' in error);
    assert.equal(error.statusCode, status);
    if (code !== undefined) assert.equal('code' in error && error.code, code);
    return true;
  };
  const chatWith = async (who: string) => {
    const member = bot.teams.person(who);
    const wish = {
      members: [{ id: member.botSpecificId, name: '' }],
      tenantId: member.tenant,
      channelData: { tenant: { id: member.tenant } },
      bot: { id: `28:${bot.botId}`, name: '' },
    };
    let id = '';
    await bot.adapter.createConversationAsync(
      bot.botId,
      'msteams',
      bot.teams.serviceUrl,
      audience,
      wish as unknown as ConversationParameters,
      (context) => {
        id = context.activity.conversation.id;
        return Promise.resolve();
      },
    );
    return id;
  };

  it('a card sent to a channel begins a thread that can be answered, updated and deleted', async () => {
    const sent = await inConversation(shared, (context) => context.sendActivity(card('first')));
    const id = sent?.id ?? '';
    await inConversation(`${shared};messageid=${id}`, async (context) => {
      await context.sendActivity('an answer');
      await context.updateActivity({ type: 'message', id, ...card('second') });
    });
    const [first, second] = bot.teams.seen(`${shared};messageid=${id}`, leader);
    assert.equal(JSON.stringify(first?.cards).includes('second'), true);
    assert.deepEqual([first?.edited, second?.text, second?.thread], [true, 'an answer', id]);
    await inConversation(shared, (context) => context.deleteActivity(second?.id ?? ''));
    assert.equal(bot.teams.seen(`${shared};messageid=${id}`, leader).length, 1);
    await assert.rejects(
      inConversation(shared, (context) => context.deleteActivity('1')),
      refused(404, 'ActivityNotFoundInConversation'),
    );
  });

  it('the roster comes in pages, and the last page has no token', async () => {
    const names: string[] = [];
    let token: string | undefined;
    let pages = 0;
    do {
      const page = await inConversation(shared, (context) => TeamsInfo.getPagedMembers(context, 10, token));
      names.push(...page.members.map((member) => member.name));
      token = page.continuationToken;
      pages += 1;
    } while (token);
    assert.deepEqual([pages, names.length, new Set(names).size], [3, 21, 21]);
  });

  it('one member is found by either id, with tenant and role', async () => {
    const { aadObjectId, botSpecificId, tenant } = bot.teams.person(external);
    for (const id of [aadObjectId, botSpecificId]) {
      const member = await inConversation(shared, (context) => TeamsInfo.getMember(context, id));
      assert.deepEqual(
        [member.name, member.tenantId, member.aadObjectId, member.userRole],
        [external, tenant, aadObjectId, 'guest'],
      );
    }
    await assert.rejects(
      inConversation(shared, (context) => TeamsInfo.getMember(context, '29:nobody')),
      refused(404),
    );
  });

  it('external people are in the roster of the shared channel and not in that of the team', async () => {
    const names = async (id: string) =>
      (await inConversation(id, (context) => TeamsInfo.getPagedMembers(context))).members.map((one) => one.name);
    assert.equal((await names(shared)).includes(external), true);
    assert.equal((await names(bot.teams.state.team.id)).includes(external), false);
  });

  it('the team has details and channels', async () => {
    const { team } = bot.teams.state;
    const details = await inConversation(team.id, (context) => TeamsInfo.getTeamDetails(context, team.id));
    const channels = await inConversation(team.id, (context) => TeamsInfo.getTeamChannels(context, team.id));
    assert.deepEqual([details.name, details.aadGroupId, channels.length], [team.name, team.groupId, 2]);
  });

  it('a 1:1 chat is created once and reaches members and guests, never external people', async () => {
    const id = await chatWith(leader);
    assert.equal(await chatWith(leader), id);
    await inConversation(id, (context) => context.sendActivity('good morning'));
    assert.deepEqual(
      bot.teams.seen('chat', leader).map((message) => message.text),
      ['good morning'],
    );
    await assert.rejects(chatWith(external), refused(403));
  });

  it('somebody who blocked the app gets nothing', async () => {
    const who = 'Welfare office leader 1';
    const id = await chatWith(who);
    bot.teams.block(who);
    await assert.rejects(
      inConversation(id, (context) => context.sendActivity('hello')),
      refused(403, 'ConversationBlockedByUser'),
    );
    assert.deepEqual(bot.teams.seen('chat', who), []);
  });

  it('a message over 28 KB is refused', async () => {
    await assert.rejects(
      inConversation(shared, (context) => context.sendActivity(card('x'.repeat(28 * 1024)))),
      refused(413, 'MessageSizeTooBig'),
    );
  });

  it('text and card in one activity become two messages and the SDK learns no id', async () => {
    const sent = await inConversation(shared, (context) =>
      context.sendActivity({ type: 'message', text: 'both', ...card('both') }),
    );
    assert.equal(sent?.id, undefined);
    const [text, only] = bot.teams.seen(shared, leader).slice(-2);
    assert.deepEqual([text?.text, text?.cards.length, only?.text, only?.cards.length], ['both', 0, '', 1]);
  });

  it('after the app is removed the channel answers that the bot is not in the roster', async () => {
    await bot.teams.install(leader, 'General', 'remove');
    await assert.rejects(
      inConversation(shared, (context) => context.sendActivity('still here?')),
      refused(403, 'BotNotInConversationRoster'),
    );
    await bot.teams.install(leader);
  });

  it('without a token of the login service nothing is answered', async () => {
    const path = `${bot.teams.serviceUrl}v3/conversations/${encodeURIComponent(shared)}/members`;
    const stranger = await bot.teams.token(leader);
    for (const authorization of ['', 'Bearer nonsense', `Bearer ${stranger}`]) {
      assert.equal((await fetch(path, { headers: { authorization } })).status, 401);
    }
  });
});
