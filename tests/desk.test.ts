import assert from 'node:assert/strict';
import { calendar } from '../bot/adapters/calendar.ts';
import { workingMoment } from '../bot/domain/calendar.ts';
import { openSampleRound, sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { patience } from './store-engines.ts';
import type { App } from './walk.ts';
import { channel, dataOf, messageWith, textOf, until } from './walk.ts';

const zone = 'Europe/Oslo';
const someone = 'municipality-a-leader-1';

/**
 * Milliseconds by which the app's clock is slow: enough hours for it to show working hours in the sample's zone. What it puts off for
 * minutes is due at once for its queue, which goes by the machine's clock.
 */
const behind = ((): number => {
  for (let hours = 1; hours < 24 * 14; hours += 1) {
    const then = new Date(Date.now() - hours * 3_600_000);
    const soon = new Date(then.getTime() + 1_800_000);
    if (workingMoment(calendar, then, zone) === then && workingMoment(calendar, soon, zone) === soon) return hours * 3_600_000;
  }
  return assert.fail('there are working hours in two weeks');
})();

describe('the integration manager’s desk, in Teams', () => {
  let app: App;
  before(async function () {
    this.timeout(patience);
    app = await startApp({ clock: () => new Date(Date.now() - behind) });
    await seedSample(app.teams, Date.now() - behind);
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  /** The card the app answers with. */
  const say = async (who: string, word: string, verb: string) => {
    await app.teams.say(who, channel, `@Common Ground ${word}`);
    return await messageWith(app, who, verb);
  };
  /** Opens the desk as often as it is called, on one and the same message. */
  const openDesk = async () => {
    const { id, cards } = await say(sampleFounder, 'survey', 'round.manage');
    const action = { type: 'Action.Execute', verb: 'round.manage', data: dataOf(cards, 'round.manage') } as const;
    return { id, look: async () => textOf(await app.teams.pressAction(sampleFounder, id, action)) };
  };
  const surveyCards = async (): Promise<number> =>
    (await app.teams.messages(channel, 'municipality-b-employee-1')).filter(({ cards }) =>
      JSON.stringify(cards).includes('Nobody sees who answered what'),
    ).length;

  it('closes the personal copies when the round closes', async function () {
    this.timeout(patience);
    const copies = async (words: string): Promise<number> => {
      const chats = await Promise.all(leaders.map((key) => app.teams.messages('chat', key)));
      return chats.filter((messages) => JSON.stringify(messages).includes(words)).length;
    };
    const leaders = app.teams.state.people
      .filter(({ key, kind }) => key.includes('-leader-') && kind !== 'external')
      .map(({ key }) => key);
    assert.ok(leaders.length > 0);
    await openSampleRound(app.teams);
    await until('the copies', async () => (await copies('This is your own copy')) === leaders.length);
    const { id, look } = await openDesk();
    await look();
    await app.teams.press(sampleFounder, id, 'Close the round');
    await app.teams.press(sampleFounder, id, 'Close it now');
    await until('the close of the copies', async () => (await copies('Round 1 is closed')) === leaders.length);
    assert.equal(await copies('This is your own copy'), 0);
  });

  it('says that the channel’s card was refused because the app is not there, and posts it again at a press when it is', async function () {
    this.timeout(patience);
    const { id, look } = await openDesk();
    app.teams.state.team.installed = false;
    await openSampleRound(app.teams);
    await until('the refusal', async () => (await look()).includes('could not be posted: the app is not in the channel'));
    assert.equal(await surveyCards(), 0);
    app.teams.state.team.installed = true;
    const pressed = await app.teams.press(sampleFounder, id, 'survey.post');
    assert.match(textOf(pressed), /The channel's card is on its way/);
    assert.doesNotMatch(textOf(pressed), /survey\.post/);
    await until('the card', async () => (await look()).includes("The channel's card is posted"));
    assert.equal(await surveyCards(), 1);
  });

  it('lets the integration manager correct somebody, who then sees their new place', async function () {
    this.timeout(patience);
    const { id } = await say(sampleFounder, 'roster', 'correct.open');
    await app.teams.press(sampleFounder, id, 'correct.open');
    const people = await app.teams.press(sampleFounder, id, 'correct.people', { group: '2' });
    const found = /\{"title":"Municipality A leader 1[^"]*","value":"(\d+)"\}/.exec(textOf(people))?.[1];
    assert.ok(found);
    const person = await app.teams.press(sampleFounder, id, 'correct.person', { member: found });
    assert.match(textOf(person), /answers for \*\*Municipality A\*\* as leader/);
    const saved = await app.teams.press(sampleFounder, id, 'correct.place', { organisation: '3', role: 'employee' });
    assert.match(textOf(saved), /Saved\..*answers for \*\*Municipality B\*\* as employee/);
    const { cards } = await say(someone, 'roster', 'roster.open');
    assert.match(JSON.stringify(cards), /You answer for \*\*Municipality B\*\* as employee/);
    assert.doesNotMatch(JSON.stringify(cards), /correct\.open/);
  });

  it('keeps the form where set-up was refused for a number that looks like a patient’s, so that it can be corrected', async function () {
    this.timeout(patience);
    const elsewhere = app.teams.state.team.channels.find(({ name }) => name !== channel) ?? assert.fail();
    const asked = async () =>
      (await app.teams.messages(elsewhere.name, sampleFounder)).findLast(({ cards }) =>
        JSON.stringify(cards).includes('"setup.open"'),
      );
    // Where Teams is slow to say who is in a channel, the app asks to try again.
    await until('the card of set-up', async () => {
      await app.teams.say(sampleFounder, elsewhere.name, '@Common Ground setup');
      return (await asked()) !== undefined;
    });
    const { id } = (await asked()) ?? assert.fail();
    await app.teams.press(sampleFounder, id, 'setup.open');
    const wish = { purpose: 'About 999 000 0018', organisations: 'One\nTwo', language: 'en', zone: 'Europe/Oslo' };
    const refused = await app.teams.press(sampleFounder, id, 'setup.save', wish);
    assert.match(textOf(refused), /looks like a national identity number or an NHS number/);
    const again = await app.teams.press(sampleFounder, id, 'setup.save', { ...wish, purpose: 'About people' });
    assert.match(textOf(again), /Who answers for whom\?/);
  });
});
