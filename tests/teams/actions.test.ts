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
const chat = 'Common Ground';

/** In working hours, far enough in the past for what the app puts off to be due at once for its queue, which goes by the machine's clock. */
const begin = workingMoment(calendar, new Date(Date.now() - 40 * 86_400_000), zone) ?? assert.fail('there are working days');
const dayAt = (days: number): string => calendar.plusDays(calendar.dateOf(begin, zone), days);

describe('agreed actions, in Teams', function () {
  this.timeout(patience);
  let app: App;
  let now = begin;
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
  const seen = async (who: string, id: string) => {
    const message = (await app.teams.messages(channel, who)).find((one) => one.id === id);
    return JSON.stringify(message?.cards);
  };

  it('begin with a form in which the presser is the owner, and another kind keeps what was typed', async () => {
    const { id, form } = await open(owner);
    const data = dataOf(cardOf(form), 'action.agree');
    assert.match(textOf(form), /Quick win/);
    const typed = { text: 'A sample agreement', due: dayAt(20), owners: '2' };
    const next = await app.teams.press(owner, id, 'action.form', typed);
    assert.match(textOf(next), /Test of change/);
    assert.match(textOf(next), /A sample agreement/);
    assert.equal(dataOf(cardOf(next), 'action.agree')['request'], data['request']);
  });

  it('are not agreed without a text, an owner and a date ahead, and say which', async () => {
    const whole = { text: 'A sample agreement', due: dayAt(20) };
    const missing = async (inputs: Record<string, string>) => textOf((await agree(owner, { ...whole, ...inputs })).outcome);
    assert.match(await missing({ text: ' ' }), /needs a text/);
    assert.match(await missing({ due: '' }), /a date that lies ahead/);
    assert.match(await missing({ due: dayAt(-1) }), /a date that lies ahead/);
    assert.match(await missing({ owners: '' }), /at least one owner/);
    assert.match(await missing({ text: 'About 13097248022' }), /national identity number/);
  });

  it('become a card in the channel that everybody reads, with buttons for its owners and integration managers alone', async () => {
    const { id, outcome } = await agree(owner, { text: 'Call back within *one* day', due: dayAt(20) });
    assert.match(textOf(outcome), /Saved/);
    assert.match(textOf(outcome), /action\.onTrack/);
    const shared = await seen(other, id);
    assert.match(shared, /Call back within/);
    assert.doesNotMatch(shared, /action\.onTrack/);
    const mine = textOf(await app.teams.press(other, id, 'action.view'));
    assert.doesNotMatch(mine, /action\.onTrack/);
    assert.match(mine, /Its owners, and integration managers/);
    assert.match(textOf(await app.teams.press(sampleFounder, id, 'action.view')), /action\.onTrack/);
    assert.match(await mineOf(owner), /Call back within/);
    assert.match(await mineOf(other), /You own no open action/);
  });

  const mineOf = async (who: string) => {
    await app.teams.say(who, channel, '@Common Ground my actions');
    const { id } = await messageWith(app, who, 'action.mine');
    return textOf(await app.teams.press(who, id, 'action.mine'));
  };
  const nudged = async (who: string) => {
    const message = (await app.teams.messages(chat, who)).findLast(({ cards }) => JSON.stringify(cards).includes('to look at'));
    return message && { id: message.id, card: JSON.stringify(message.cards) };
  };

  it('nudge their owner in private when the day comes; what is answered there stands in the channel for everybody', async () => {
    assert.equal(await nudged(owner), undefined);
    now = calendar.instantOf(dayAt(20), '09:00', zone);
    now = workingMoment(calendar, now, zone) ?? now;
    await until('a nudge', async () => (await nudged(owner)) !== undefined);
    assert.equal(await nudged(other), undefined);
    const nudge = (await nudged(owner)) ?? assert.fail('it is there');
    assert.match(nudge.card, /Call back within/);
    const ask = await app.teams.press(owner, nudge.id, 'action.view');
    assert.match(textOf(ask), /Stuck because/);
    await app.teams.press(owner, nudge.id, 'action.ask');
  });
});
