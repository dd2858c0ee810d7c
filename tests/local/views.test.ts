import { CardFactory, type TurnContext } from 'botbuilder';
import assert from 'node:assert/strict';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const leader = 'Hospital trust leader 1';
const other = 'Hospital trust leader 2';
const channel = 'Partner leaders';

const titled = (text: string, refresh: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  ...refresh,
  body: [
    { type: 'TextBlock', text },
    { type: 'Input.Text', id: 'why', isRequired: true },
    { type: 'Input.Toggle', id: 'sure', title: 'Sure' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Send', verb: 'send', data: { page: 1 } },
    { type: 'Action.Execute', title: 'Close', verb: 'close', associatedInputs: 'none' },
    { type: 'Action.Submit', title: 'Ask', data: { ask: true }, associatedInputs: 'none' },
  ],
});
const refreshing = (userIds?: string[]) => ({
  refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: {} }, ...(userIds && { userIds }) },
});
const answering = (type: string, value: unknown, statusCode = 200) => ({
  type: 'invokeResponse',
  value: { status: 200, body: { statusCode, type, value } },
});
const cardAnswer = (card: unknown) => answering('application/vnd.microsoft.card.adaptive', card);
const text = (seen: { cards: Record<string, unknown>[] } | undefined) =>
  (seen?.cards[0]?.['body'] as { text?: string }[] | undefined)?.[0]?.text;

describe('every person has their own view of a card', () => {
  let bot: TinyBot;
  let message = '';
  const invokes = () =>
    bot.turns
      .filter((turn) => turn.type === 'invoke')
      .map((turn) => turn.value as { trigger: string; action: { verb: string; data: unknown } });
  const last = async (who: string) => (await bot.teams.messages(channel, who)).at(-1);

  const begin = async (card: object) => {
    bot.answer(async (context) => {
      if (context.activity.type === 'message')
        message = (await context.sendActivity({ attachments: [CardFactory.adaptiveCard(card)] }))?.id ?? '';
      else await onInvoke(context);
    });
    await bot.teams.say(leader, channel, '@Tiny bot start');
    bot.turns.splice(0);
  };
  let onInvoke: (context: TurnContext) => Promise<unknown> = () => Promise.resolve();

  before(async () => {
    bot = await startTinyBot('views');
    await bot.teams.install(leader, channel);
  });
  after(() => bot.stop());

  it('a card that comes back replaces the card of the presser alone', async () => {
    await begin(titled('question'));
    onInvoke = (context) => context.sendActivity(cardAnswer(titled('next question')));
    const outcome = await bot.teams.press(leader, message, 'send', { why: 'because', sure: true });
    assert.equal(outcome.kind, 'card');
    assert.deepEqual([text(await last(leader)), text(await last(other))], ['next question', 'question']);
    assert.deepEqual(invokes(), [
      {
        trigger: 'manual',
        action: { type: 'Action.Execute', title: 'Send', verb: 'send', data: { page: 1, why: 'because', sure: 'true' } },
      },
    ]);
  });

  it('a button is found by its title too, and one that is not there is an error of the test', async () => {
    await begin(titled('question'));
    onInvoke = (context) => context.sendActivity(answering('application/vnd.microsoft.activity.message', 'Thank you.'));
    assert.deepEqual(await bot.teams.press(leader, message, 'Close'), { kind: 'message', text: 'Thank you.' });
    assert.deepEqual((await last(leader))?.notice, { kind: 'message', text: 'Thank you.' });
    assert.equal((await last(other))?.notice, null);
    await assert.rejects(bot.teams.press(leader, message, 'Open'), /no button "Open"/);
    await assert.rejects(bot.teams.press(leader, message, 'Send', { who: 'me' }), /no input who; it has why, sure/);
  });

  it('a required input left empty stops the press', async () => {
    await begin(titled('question'));
    assert.deepEqual(await bot.teams.press(leader, message, 'send', { why: ' ' }), { kind: 'missing', inputs: ['why'] });
    assert.deepEqual(invokes(), []);
  });

  it('an Action.Submit arrives as a message with a value', async () => {
    await begin(titled('question'));
    bot.answer(() => Promise.resolve());
    assert.deepEqual(await bot.teams.press(leader, message, 'Ask'), { kind: 'sent' });
    assert.deepEqual(
      [bot.turns[0]?.type, bot.turns[0]?.value, bot.turns[0]?.activity.replyToId],
      ['message', { ask: true }, message],
    );
  });

  it('an error, an invalid answer and a bot that says nothing are shown as errors and leave the card', async () => {
    await begin(titled('question'));
    onInvoke = (context) =>
      context.sendActivity(answering('application/vnd.microsoft.error', { code: '403', message: 'Not for you.' }, 403));
    assert.deepEqual(await bot.teams.press(leader, message, 'close'), { kind: 'error', status: 403, text: 'Not for you.' });
    for (const wrong of [
      cardAnswer({ type: 'Nonsense' }),
      cardAnswer(null),
      { type: 'invokeResponse', value: { status: 500 } },
    ]) {
      onInvoke = (context) => context.sendActivity(wrong);
      assert.equal((await bot.teams.press(leader, message, 'close')).kind, 'error');
    }
    assert.equal(text(await last(leader)), 'question');
    assert.equal((await last(leader))?.notice?.kind, 'error');
  });

  it('a card with refresh asks once per person and version, when that person looks', async () => {
    await begin(titled('for all', refreshing()));
    onInvoke = (context) => context.sendActivity(cardAnswer(titled(`for ${context.activity.from.name}`, refreshing())));
    assert.deepEqual(
      [text(await last(leader)), text(await last(other)), text(await last(leader))],
      [`for ${leader}`, `for ${other}`, `for ${leader}`],
    );
    assert.deepEqual(
      invokes().map(({ trigger, action }) => [trigger, action.verb]),
      [
        ['automatic', 'refresh'],
        ['automatic', 'refresh'],
      ],
    );
  });

  it('only those listed are refreshed', async () => {
    await begin(titled('for some', refreshing([bot.teams.person(other).botSpecificId])));
    onInvoke = (context) => context.sendActivity(cardAnswer(titled('yours')));
    assert.deepEqual([text(await last(leader)), text(await last(other))], ['for some', 'yours']);
  });

  it('an update by the bot ends every own view and refreshes it anew', async () => {
    await begin(titled('first', refreshing([bot.teams.person(leader).botSpecificId])));
    onInvoke = async (context) => {
      if ((context.activity.value as { trigger: string }).trigger === 'automatic')
        return context.sendActivity(cardAnswer(titled('refreshed')));
      await context.updateActivity({
        id: message,
        type: 'message',
        attachments: [CardFactory.adaptiveCard(titled('second', refreshing()))],
      });
      return context.sendActivity(cardAnswer(titled('pressed')));
    };
    assert.equal(text(await last(leader)), 'refreshed');
    await bot.teams.press(other, message, 'close');
    assert.deepEqual([text(await last(leader)), text(await last(other))], ['refreshed', 'pressed']);
    assert.equal((await last(other))?.edited, true);
    assert.equal(invokes().filter((one) => one.trigger === 'automatic').length, 2);
  });

  it('a refresh without a valid card switches refresh off for that person and version', async () => {
    await begin(titled('mine', refreshing()));
    onInvoke = (context) => context.sendActivity(cardAnswer({}));
    await last(leader);
    assert.equal(text(await last(leader)), 'mine');
    assert.equal(invokes().length, 1);
  });
});
