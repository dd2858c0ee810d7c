import assert from 'node:assert/strict';
import { overview } from '../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { patience } from './store-engines.ts';
import { answerAll, dataOf, messageWith, overviewFor, textOf, untilCard } from './walk.ts';
import type { App } from './walk.ts';

const manager = sampleFounder;
const channel = 'Partner leaders';
const leaders = (app: App): readonly string[] =>
  app.teams.state.people.map(({ key }) => key).filter((key) => key.includes('-leader-'));

/** Plans and launches what is wished, as an integration manager would: the plan, another choice, the new plan, launch. */
const launch = async (app: App, wish: Record<string, string>) => {
  await app.teams.say(manager, channel, '@Common Ground survey');
  const desk = await messageWith(app, manager, 'round.manage');
  await app.teams.press(manager, desk.id, 'round.manage');
  const plan = await app.teams.press(manager, desk.id, 'round.preview', { k: '3', ...wish });
  await app.teams.press(manager, desk.id, 'round.launch');
  const { open } = overview.parse(await (await overviewFor(app, manager)).json());
  await untilCard(app, 'municipality-b-leader-1', open?.round ?? 0);
  return plan;
};
const close = async (app: App): Promise<void> => {
  await app.teams.say(manager, channel, '@Common Ground survey');
  const desk = await messageWith(app, manager, 'round.manage');
  await app.teams.press(manager, desk.id, 'round.manage');
  await app.teams.press(manager, desk.id, 'round.close');
  const closed = await app.teams.press(manager, desk.id, 'round.close');
  assert.ok(textOf(closed).includes('is closed'), textOf(closed));
};
const latest = async (app: App) => {
  const { latest: found } = overview.parse(await (await overviewFor(app, manager)).json());
  assert.ok(found);
  return found;
};

describe('every instrument, from the plan to the tab', () => {
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

  it('a health check with a question of the partners’ own: proposed, taken up, asked, answered, shown', async () => {
    await app.teams.say('municipality-a-leader-1', channel, '@Common Ground question');
    const card = await messageWith(app, 'municipality-a-leader-1', 'question.open');
    await app.teams.press('municipality-a-leader-1', card.id, 'question.open');
    const proposed = await app.teams.press('municipality-a-leader-1', card.id, 'question.propose', {
      text: 'We meet often enough to know each other.',
    });
    assert.ok(textOf(proposed).includes('Waits for an integration manager.'));
    const list = await app.teams.press(manager, card.id, 'question.open');
    assert.ok(list.kind === 'card');
    assert.equal(dataOf(list.card, 'question.decide')['state'], 'approved');
    await app.teams.press(manager, card.id, 'question.decide');

    const plan = await launch(app, { instrument: 'health check', questions: '1' });
    assert.ok(textOf(plan).includes('The collaboration as a whole'), textOf(plan));
    for (const [place, leader] of leaders(app).entries()) await answerAll(app, leader, () => (place % 2 === 0 ? 3 : 2));
    await close(app);

    const { results, localQuestions } = await latest(app);
    assert.ok(results.mode === 'network' && results.instrument === 'health check');
    // Nine of seventeen say 3, eight say 2: 43/17 = 2.529.
    assert.deepEqual(results.items.HC1, { n: 17, value: 2.5, orLower: false });
    assert.deepEqual(results.dimensions.goals, { value: 2.5, word: 'active' });
    assert.deepEqual(results.local?.L1, { n: 17, value: 2.5, orLower: false });
    assert.deepEqual(localQuestions, [{ id: 'L1', text: 'We meet often enough to know each other.' }]);
  }).timeout(patience);

  it('six practices, and what is about each partner: the second time with the change since the first', async () => {
    await launch(app, { instrument: 'six practices' });
    for (const leader of leaders(app)) await answerAll(app, leader, () => 4);
    await close(app);
    const practices = await latest(app);
    assert.ok(practices.results.mode === 'network' && practices.results.instrument === 'six practices');
    assert.deepEqual(practices.results.items.PR6, { n: 17, value: 4, orLower: false });

    await launch(app, { instrument: 'relational' });
    for (const leader of leaders(app)) await answerAll(app, leader, () => 3);
    await close(app);
    assert.equal((await latest(app)).comparedWith, undefined);
    await launch(app, { instrument: 'relational' });
    for (const [place, leader] of leaders(app).entries()) await answerAll(app, leader, () => (place < 12 ? 4 : 3));
    await close(app);
    const { results, comparedWith, focus } = await latest(app);
    assert.equal(comparedWith, 3);
    assert.ok(results.mode === 'matrix' && results.change);
    // Twelve of seventeen one higher, five the same: 12/17 = 0.706.
    assert.deepEqual([results.change.nPaired, results.change.mean, results.change.label], [17, 0.7, 'clear improvement']);
    assert.deepEqual(results.change.cells?.['1>2'], 'higher');
    assert.ok(focus?.strength);
  }).timeout(2 * patience);
});
