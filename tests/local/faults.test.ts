import { TurnContext } from 'botbuilder';
import assert from 'node:assert/strict';
import { makeLimits } from '../../local/faults.ts';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const leader = 'Hospital trust leader 1';
const send = { kind: 'send', conversation: 'a' } as const;

describe('the stand-in fails like Teams when asked to', () => {
  let bot: TinyBot;
  let reference: Parameters<TinyBot['adapter']['continueConversationAsync']>[1];
  before(async () => {
    bot = await startTinyBot('faults');
    bot.answer((context) => {
      if (context.activity.type === 'message') reference = TurnContext.getConversationReference(context.activity);
      return Promise.resolve();
    });
    await bot.teams.say(leader, 'chat', 'hello');
  });
  after(() => bot.stop());

  const write = (text: string) =>
    bot.adapter.continueConversationAsync(bot.botId, reference, async (context) => {
      await context.sendActivity(text);
    });
  const written = () => bot.teams.seen('chat', leader).map((message) => message.text);
  const failure = (wanted: object) => (error: unknown) => {
    assert.ok(typeof error === 'object' && error !== null);
    for (const [name, value] of Object.entries(wanted)) assert.equal(error[name as keyof typeof error], value);
    return true;
  };

  it('a fault meets the requests it names, as often as asked', async () => {
    bot.teams.failNext({
      match: { kind: 'send', person: bot.teams.person(leader).key },
      status: 403,
      code: 'MessageWritesBlocked',
      times: 2,
    });
    bot.teams.failNext({ match: { kind: 'update' }, status: 412, code: 'PreconditionFailed' });
    for (const text of ['one', 'two'])
      await assert.rejects(write(text), failure({ statusCode: 403, code: 'MessageWritesBlocked' }));
    await write('three');
    assert.equal(written().includes('three') && !written().includes('two'), true);
  });

  it('a 429 carries retry-after, and the SDK that waits for it gets through', async () => {
    bot.teams.failNext({ match: { kind: 'send' }, status: 429, code: 'Throttled', retryAfter: 0 });
    await write('in the end');
    assert.equal(written().filter((text) => text === 'in the end').length, 1);
  });

  it('a lost answer means the message is there all the same; a lost request means it is not', async () => {
    const post = async (text: string) => {
      const path = `${bot.teams.serviceUrl}v3/conversations/${encodeURIComponent(bot.teams.person(leader).chat)}/activities`;
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: bot.botId,
        client_secret: 'a secret of the tests',
        scope: 'https://api.botframework.com/.default',
      });
      const answer = await fetch(`${bot.teams.url}/botframework.com/oauth2/v2.0/token`, { method: 'POST', body: form });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      return fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ type: 'message', text }),
      });
    };
    bot.teams.failNext({ lost: 'answer' });
    bot.teams.failNext({ lost: 'request' });
    await assert.rejects(post('carried out'), TypeError);
    await assert.rejects(post('never arrived'), TypeError);
    assert.equal((await post('normal')).status, 201);
    assert.deepEqual(written().slice(-2), ['carried out', 'normal']);
  });

  it('limits are off until asked for', async () => {
    for (let i = 0; i < 9; i += 1) await write(`free ${i}`);
    assert.equal(written().filter((text) => text.startsWith('free')).length, 9);
  });
});

describe('the documented sending limits', () => {
  const pass = (times: number, limits: ReturnType<typeof makeLimits>, what: Parameters<typeof limits>[0] = send) =>
    Array.from({ length: times }, () => limits(what));

  it('seven messages a second to one conversation, eight in two seconds', () => {
    let now = 0;
    const limits = makeLimits(() => now);
    assert.deepEqual(pass(8, limits), [0, 0, 0, 0, 0, 0, 0, 1000]);
    now = 1000;
    assert.deepEqual(pass(2, limits), [0, 1000]);
    now = 2000;
    assert.deepEqual(pass(1, limits), [0]);
  });

  it('sixty in half a minute and 1800 an hour', () => {
    let now = 0;
    const limits = makeLimits(() => now);
    let passed = 0;
    for (now = 0; now < 30_000; now += 250) if (limits(send) === 0) passed += 1;
    assert.equal(passed, 60);
    for (; now < 3_600_000; now += 500) if (limits(send) === 0) passed += 1;
    assert.equal(passed, 1800);
    now = 3_600_001;
    assert.equal(limits(send), 0);
  });

  it('roster reads have twice as much and count for themselves; other conversations are not held back', () => {
    const limits = makeLimits(() => 0);
    assert.equal(pass(15, limits, { kind: 'members', conversation: 'a' }).filter((wait) => wait === 0).length, 14);
    assert.equal(pass(8, limits).filter((wait) => wait === 0).length, 7);
    assert.equal(limits({ kind: 'send', conversation: 'b' }), 0);
  });

  it('fifty requests a second for the app in all', () => {
    const limits = makeLimits(() => 0);
    const waits = Array.from({ length: 60 }, (_, i) => limits({ kind: 'send', conversation: String(i) }));
    assert.equal(waits.filter((wait) => wait === 0).length, 50);
  });
});
