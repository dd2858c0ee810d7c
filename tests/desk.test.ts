import assert from 'node:assert/strict';
import { openSampleRound, sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { patience } from './store-engines.ts';
import type { App } from './walk.ts';
import { channel, textOf } from './walk.ts';

const someone = 'municipality-a-leader-1';

/** What a job does is seen when it is done: a bounded number of looks, each of which lets the event loop turn. */
const until = async (what: string, look: () => Promise<boolean>): Promise<void> => {
  for (let looks = 0; looks < 2_000; looks += 1) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${what} did not happen`);
};

describe('the integration manager’s desk, in Teams', () => {
  let app: App;
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const say = async (who: string, word: string) => {
    await app.teams.say(who, channel, `@Common Ground ${word}`);
    const messages = await app.teams.messages(channel, who);
    const last = messages.at(-1);
    assert.ok(last);
    return last.id;
  };
  const desk = async () => {
    const id = await say(sampleFounder, 'survey');
    return { id, shown: await app.teams.press(sampleFounder, id, 'round.manage') };
  };
  const surveyCards = async (): Promise<number> =>
    (await app.teams.messages(channel, 'municipality-b-employee-1')).filter(({ cards }) =>
      JSON.stringify(cards).includes('Nobody sees who answered what'),
    ).length;

  it('says that the channel’s card was refused and why, and posts it again at a press', async function () {
    this.timeout(patience);
    const { id: home } = app.teams.state.team.channels.find(({ name }) => name === channel) ?? assert.fail();
    app.teams.failNext({ match: { kind: 'send', conversation: home }, status: 403, code: 'BotNotInConversationRoster' });
    await openSampleRound(app.teams);
    await until('the refusal', async () => {
      const { shown } = await desk();
      return textOf(shown).includes('could not be posted: the app is not in the channel');
    });
    assert.equal(await surveyCards(), 0);
    const { id } = await desk();
    const pressed = await app.teams.press(sampleFounder, id, 'survey.post');
    assert.match(textOf(pressed), /The channel's card is on its way/);
    assert.doesNotMatch(textOf(pressed), /survey\.post/);
    await until('the card', async () => (await surveyCards()) === 1);
    assert.match(textOf((await desk()).shown), /The channel's card is posted/);
  });

  it('lets the integration manager correct somebody, who then sees their new place', async function () {
    this.timeout(patience);
    const id = await say(sampleFounder, 'roster');
    await app.teams.press(sampleFounder, id, 'correct.open');
    const people = await app.teams.press(sampleFounder, id, 'correct.people', { group: '2' });
    const found = /\{"title":"Municipality A leader 1[^"]*","value":"(\d+)"\}/.exec(textOf(people))?.[1];
    assert.ok(found);
    const person = await app.teams.press(sampleFounder, id, 'correct.person', { member: found });
    assert.match(textOf(person), /answers for \*\*Municipality A\*\* as leader/);
    const saved = await app.teams.press(sampleFounder, id, 'correct.place', { organisation: '3', role: 'employee' });
    assert.match(textOf(saved), /Saved\..*answers for \*\*Municipality B\*\* as employee/);
    const own = await say(someone, 'roster');
    const { cards } = (await app.teams.messages(channel, someone)).find((one) => one.id === own) ?? assert.fail();
    assert.match(JSON.stringify(cards), /You answer for \*\*Municipality B\*\* as employee/);
    assert.doesNotMatch(JSON.stringify(cards), /correct\.open/);
  });

  it('keeps the form where set-up was refused for a number that looks like a patient’s, so that it can be corrected', async function () {
    this.timeout(patience);
    const elsewhere = app.teams.state.team.channels.find(({ name }) => name !== channel) ?? assert.fail();
    await app.teams.say(sampleFounder, elsewhere.name, '@Common Ground setup');
    const id = (await app.teams.messages(elsewhere.name, sampleFounder)).at(-1)?.id ?? assert.fail();
    await app.teams.press(sampleFounder, id, 'setup.open');
    const wish = { purpose: 'About 999 000 0018', organisations: 'One\nTwo', language: 'en', zone: 'Europe/Oslo' };
    const refused = await app.teams.press(sampleFounder, id, 'setup.save', wish);
    assert.match(textOf(refused), /looks like a national identity number or an NHS number/);
    const again = await app.teams.press(sampleFounder, id, 'setup.save', { ...wish, purpose: 'About people' });
    assert.match(textOf(again), /Who answers for whom\?/);
  });
});
