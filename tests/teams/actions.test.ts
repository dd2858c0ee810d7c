import assert from 'node:assert/strict';
import { calendar } from '../../bot/adapters/calendar.ts';
import { workingMoment } from '../../bot/domain/calendar.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, dataOf, messageWith, textOf, until } from '../walk.ts';

const zone = 'Europe/Oslo';
const owner = 'municipality-a-leader-1';
const other = 'municipality-b-leader-1';

/** In working hours, far enough in the past for what the app puts off to be due at once for its queue, which goes by the machine's clock. */
const begin = workingMoment(calendar, new Date(Date.now() - 40 * 86_400_000), zone) ?? assert.fail('there are working days');
const dayAt = (days: number): string => calendar.plusDays(calendar.dateOf(begin, zone), days);
/** Long before the survey of the next meeting opens: who gets their copy of it is nudged two days later. */
const due = dayAt(6);

describe('agreed actions, in Teams', function () {
  this.timeout(patience);
  let app: App;
  let now = begin;
  /** The message in the channel with the action's card. */
  let agreed = '';
  /** What its button sends. */
  let shared: unknown;
  before(async () => {
    app = await startApp({ clock: () => now });
    await seedSample(app.teams, begin.getTime());
  });
  after(() => app.stop());

  const open = async (who: string) => {
    await app.teams.say(who, channel, '@Common Ground action');
    const { id } = await messageWith(app, who, 'action.form');
    return { id, form: await app.teams.press(who, id, 'action.form') };
  };
  const cardOf = (outcome: Awaited<ReturnType<typeof open>>['form']) =>
    outcome.kind === 'card' ? outcome.card : assert.fail(textOf(outcome));
  const agree = async (who: string, inputs: Record<string, string>) => {
    const { id } = await open(who);
    return { id, outcome: await app.teams.press(who, id, 'action.agree', inputs) };
  };

  it('begin with a form in which the presser is the owner, and another kind keeps what was typed', async () => {
    const { id, form } = await open(owner);
    const data = dataOf(cardOf(form), 'action.agree');
    assert.match(textOf(form), /Quick win/);
    const typed = { text: 'A sample agreement', due, owners: '2' };
    const next = await app.teams.press(owner, id, 'action.form', typed);
    assert.match(textOf(next), /Test of change/);
    assert.match(textOf(next), /A sample agreement/);
    assert.equal(dataOf(cardOf(next), 'action.agree')['request'], data['request']);
  });

  it('are not agreed without a text, an owner and a date ahead, and say which', async () => {
    const whole = { text: 'A sample agreement', due };
    const missing = async (inputs: Record<string, string>) => textOf((await agree(owner, { ...whole, ...inputs })).outcome);
    assert.match(await missing({ text: ' ' }), /needs a text/);
    assert.match(await missing({ due: '' }), /a date that lies ahead/);
    assert.match(await missing({ due: dayAt(-1) }), /a date that lies ahead/);
    assert.match(await missing({ owners: '' }), /at least one owner/);
    assert.match(await missing({ owners: '999' }), /at least one owner/);
    assert.match(await missing({ text: 'About 13097248022' }), /national identity number/);
  });

  it('become a card in the channel that everybody reads, with buttons for its owners and integration managers alone', async () => {
    const { id: form, outcome } = await agree(owner, { text: 'Call back within *one* day', due });
    assert.match(textOf(outcome), /Saved/);
    assert.match(textOf(outcome), /action\.onTrack/);
    const { id, cards: card } = await messageWith(app, other, 'action.view');
    assert.notEqual(id, form, 'others may be filling in the same form');
    agreed = id;
    shared = dataOf(card, 'action.view');
    assert.match(JSON.stringify(card), /Call back within/);
    assert.doesNotMatch(JSON.stringify(card), /action\.onTrack/);
    const mine = textOf(await app.teams.press(other, id, 'action.view'));
    assert.doesNotMatch(mine, /action\.onTrack/);
    assert.match(mine, /Its owners, and integration managers/);
    assert.match(textOf(await app.teams.press(sampleFounder, id, 'action.view')), /action\.onTrack/);
    assert.match(await mineOf(owner), /Call back within/);
    assert.match(await mineOf(other), /You own no open action/);
    await app.teams.say(other, channel, '@Common Ground tiltak');
    const desk = await messageWith(app, other, 'action.form');
    assert.match(textOf(await app.teams.press(other, desk.id, 'All open actions')), /Call back within/);
  });

  it('are agreed once, and posted once, when the same form is sent twice', async () => {
    const { id, form } = await open(owner);
    const [, owners] = /"value":"(\d+)","isMultiSelect"/.exec(textOf(form)) ?? [];
    const typed = { text: 'Sent twice', due: dayAt(30), owners };
    const action = {
      type: 'Action.Execute',
      verb: 'action.agree',
      data: { ...dataOf(cardOf(form), 'action.agree'), ...typed },
    } as const;
    for (const time of ['first', 'second'])
      assert.match(textOf(await app.teams.pressAction(owner, id, action)), /Sent twice/, time);
    const posted = (await app.teams.messages(channel, other)).filter(({ cards }) => JSON.stringify(cards).includes('Sent twice'));
    assert.equal(posted.length, 1);
    assert.match(textOf(await app.teams.press(owner, id, 'action.done')), /"done"/);
  });

  it('agreed in the 1:1 chat, are told to the channel by a card of their own, and say so; the chat gets no second card', async () => {
    await app.teams.say(owner, 'chat', 'action');
    const { id } = await messageWith(app, owner, 'action.form', 'chat');
    await app.teams.press(owner, id, 'action.form');
    const outcome = textOf(await app.teams.press(owner, id, 'action.agree', { text: 'Agreed in the chat', due: dayAt(30) }));
    assert.match(outcome, /Saved\..*A card about it comes in the collaboration's channel/s);
    const told = async (where: string) =>
      (await app.teams.messages(where, owner)).filter(({ cards }) => JSON.stringify(cards).includes('Agreed in the chat'));
    await until('the card in the channel', async () => (await told(channel)).length === 1);
    const [card] = await told(channel);
    assert.match(JSON.stringify(card?.cards), /Agreed action/);
    assert.deepEqual(
      (await told('chat')).map((message) => message.id),
      [id],
      "the form's own message, and no other",
    );
    const view = await app.teams.press(other, card?.id ?? '', 'action.view');
    assert.match(textOf(view), /Agreed in the chat/);
    await app.teams.press(owner, card?.id ?? '', 'action.view');
    assert.match(textOf(await app.teams.press(owner, card?.id ?? '', 'action.done')), /"done"/);
  });

  const mineOf = async (who: string) => {
    await app.teams.say(who, channel, '@Common Ground my actions');
    const { id } = await messageWith(app, who, 'action.mine');
    return textOf(await app.teams.press(who, id, 'action.mine'));
  };
  const nudged = async (who: string) => {
    const message = (await app.teams.messages('chat', who)).findLast(({ cards }) => JSON.stringify(cards).includes('to look at'));
    return message && { id: message.id, card: JSON.stringify(message.cards) };
  };

  it('nudge their owner in private when the day comes; what is answered there stands in the channel for everybody', async () => {
    assert.equal(await nudged(owner), undefined);
    now = calendar.instantOf(due, '09:00', zone);
    now = workingMoment(calendar, now, zone) ?? now;
    await until('a nudge', async () => (await nudged(owner)) !== undefined);
    assert.equal(await nudged(other), undefined);
    const nudge = (await nudged(owner)) ?? assert.fail('it is there');
    assert.match(nudge.card, /Call back within/);
    await app.teams.press(owner, nudge.id, 'action.view');
    assert.match(textOf(await app.teams.press(owner, nudge.id, 'Stuck because …')), /What is in the way/);
    const said = await app.teams.press(owner, nudge.id, 'action.stuck', { because: 'rule or law', words: 'A sample rule' });
    assert.match(textOf(said), /stuck: Rule or law \(A sample rule\)/);
    const view = await app.teams.pressAction(other, agreed, {
      type: 'Action.Execute',
      verb: 'action.view',
      data: shared,
    });
    assert.match(textOf(view), /stuck: Rule or law/);
  });

  it('are handed over, get more time and are done; what is done stays done', async () => {
    const id = agreed;
    await app.teams.press(owner, id, 'action.view');
    await app.teams.press(owner, id, 'More time …');
    const later = await app.teams.press(owner, id, 'action.moreTime', { due: dayAt(39) });
    assert.match(textOf(later), /asked for once/);
    await app.teams.press(owner, id, 'Hand over, snooze or drop …');
    await app.teams.press(owner, id, 'Hand over …');
    const refused = textOf(await app.teams.press(owner, id, 'action.handOver', { owners: '999' }));
    assert.match(refused, /at least one owner/);
    await app.teams.press(owner, id, 'Back');
    const done = textOf(await app.teams.press(owner, id, 'action.done'));
    assert.match(done, /"done"/);
    assert.doesNotMatch(done, /action\.onTrack/);
    assert.match(await mineOf(owner), /You own no open action/);
  });
});
