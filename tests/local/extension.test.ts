import { CardFactory } from 'botbuilder';
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { startTinyBot, type TinyBot } from './tiny-bot.ts';

const leader = 'Hospital trust leader 1';
const answering = (body: unknown) => ({ type: 'invokeResponse', value: { status: 200, body } });
const said = (value: string) => answering({ task: { type: 'message', value } });

describe('a message extension is asked as Teams asks it', () => {
  let bot: TinyBot;
  /** So many answers are late; every other comes in time, however long it takes. */
  let lateAnswers = 0;
  before(async () => {
    bot = await startTinyBot('extension', {
      untilLate: () => ((lateAnswers -= 1) >= 0 ? Promise.resolve() : new Promise(() => undefined)),
    });
  });
  after(() => bot.stop());
  beforeEach(() => bot.turns.splice(0));

  it('with the message it was chosen on: its HTML, who wrote it, and a link to it in its thread', async () => {
    bot.answer((context) => context.sendActivity(said('Sample')).then(() => undefined));
    const { message } = await bot.teams.say(leader, 'General', 'a < b\nand "c"');
    const answer = await bot.teams.openDialog(leader, { conversation: 'General', message: message.id, theme: 'dark' });
    assert.deepEqual(answer, { kind: 'message', text: 'Sample' });
    const [turn] = bot.turns;
    assert.deepEqual([turn?.type, turn?.name], ['invoke', 'composeExtension/fetchTask']);
    assert.equal(turn?.activity.conversation.id, `${bot.teams.state.team.id};messageid=${message.id}`);
    const value = turn.value as { messagePayload: { linkToMessage: string; body: unknown; from: { user: { id: string } } } };
    assert.deepEqual(value.messagePayload.body, {
      contentType: 'html',
      content: '<div><div>a &lt; b</div><div>and &quot;c&quot;</div></div>',
    });
    assert.equal(value.messagePayload.from.user.id, bot.teams.person(leader).aadObjectId);
    assert.match(
      value.messagePayload.linkToMessage,
      new RegExp(`^https://teams\\.microsoft\\.com/l/message/.*/${message.id}\\?`),
    );
  });

  it('again, twice, with the very same where no answer comes in time; the first answer that comes counts', async () => {
    let asked = 0;
    lateAnswers = 2;
    const held = new EventEmitter();
    const [thrice, answered] = [once(held, 'asked three times'), once(held, 'answered')];
    bot.answer(async (context) => {
      const mine = (asked += 1);
      if (asked === 3) held.emit('asked three times');
      await (mine === 1 ? thrice : answered);
      await context.sendActivity(said(`Answer ${mine}`));
    });
    const answer = await bot.teams.submitDialog(leader, { conversation: 'General' }, { sample: 1 });
    held.emit('answered');
    assert.deepEqual(answer, { kind: 'message', text: 'Answer 1' });
    assert.equal(asked, 3);
    assert.equal(new Set(bot.turns.map(({ activity }) => `${activity.id} ${JSON.stringify(activity.value)}`)).size, 1);
  });

  it('for results from where the list ends, and what it answers is read as a client reads it', async () => {
    const attachment = {
      ...CardFactory.adaptiveCard({ type: 'AdaptiveCard' }),
      preview: CardFactory.thumbnailCard('Sample title'),
    };
    bot.answer(async (context) => {
      await context.sendActivity(
        answering({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attachment] } }),
      );
    });
    const found = await bot.teams.find(leader, 'General', 'word', 25);
    assert.deepEqual(found, { kind: 'found', found: [{ title: 'Sample title', text: '', card: { type: 'AdaptiveCard' } }] });
    assert.deepEqual((bot.turns[0]?.value as { queryOptions: unknown }).queryOptions, { skip: 25, count: 25 });
    bot.answer((context) => context.sendActivity(answering({ composeExtension: { type: 'other' } })).then(() => undefined));
    assert.equal((await bot.teams.paste(leader, 'General', 'https://example.org')).kind, 'error');
  });
});
