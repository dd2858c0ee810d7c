import assert from 'node:assert/strict';
import { linkCode, setUp } from '../bot/contracts/manage-api.ts';
import { overview } from '../bot/contracts/tab-api.ts';
import { membership } from '../local/activities.ts';
import { openSampleRound, sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { patience } from './store-engines.ts';
import { tabRequest } from './teams/tab-request.ts';
import type { App } from './walk.ts';
import { answerPage, channel, messageWith, overviewFor, targetOf, textOf, until } from './walk.ts';

const other = 'General';
const leader = 'municipality-a-leader-4';

describe('a channel that is linked, in Teams', () => {
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

  const idOf = (name: string): string => app.teams.state.team.channels.find((one) => one.name === name)?.id ?? assert.fail();
  const manage = async (rest: string, body?: object, who = sampleFounder, name = channel) => {
    const path = `/api/channels/${encodeURIComponent(idOf(name))}/manage${rest}`;
    return await tabRequest(app, { who, path, body: body && JSON.stringify(body), language: 'en-GB' });
  };
  const now = async () => setUp.parse((await manage('')).body);
  const statusFor = async (who: string, name: string): Promise<number> => (await overviewFor(app, who, name)).status;
  /** The last that stands in the other channel. */
  const lastThere = async (): Promise<string> => {
    const message = (await app.teams.messages(other, sampleFounder)).at(-1);
    return `${message?.text ?? ''} ${JSON.stringify(message?.cards)}`;
  };
  const cardThere = async (verb: string): Promise<boolean> =>
    (await app.teams.messages(other, leader)).some(({ cards }) => JSON.stringify(cards).includes(`"${verb}"`));

  it('somebody taken out of the home channel gets nothing from the next request on', async () => {
    assert.equal(await statusFor(leader, channel), 200);
    const event = membership(app.teams.world, app.teams.person(sampleFounder), { channel: homeChannel() }, 'membersRemoved', [
      app.teams.person(leader),
    ]);
    const foreign = { ...event, channelData: { ...(event['channelData'] as object), tenant: { id: 'another-tenant' } } };
    assert.equal((await app.teams.post(foreign)).status, 401, 'nobody of another tenant says who is where');
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', [leader]);
    assert.equal(await statusFor(leader, channel), 403);
    assert.equal(await statusFor(leader, other), 403, 'the other channel is not linked yet');
  });

  it('is linked by the code of the tab, written in it, and confirmed in the tab', async function () {
    this.timeout(patience);
    await app.teams.say(leader, other, '@Common Ground link');
    assert.match(await lastThere(), /one-time code/);
    await app.teams.say(leader, other, '@Common Ground link 00000-00000');
    assert.match(await lastThere(), /This code is not valid/);
    assert.equal((await manage('/link-code', {}, 'municipality-b-leader-1')).status, 403);
    const { code } = linkCode.parse((await manage('/link-code', {})).body);
    await app.teams.say(leader, other, `@Common Ground link ${code}`);
    assert.match(await lastThere(), /The code was right/);
    const [ask] = (await now()).asks;
    assert.ok(ask);
    assert.deepEqual([ask.name, ask.by], [app.teams.state.team.name, app.teams.person(leader).name]);
    assert.equal(await statusFor(leader, other), 403);
    assert.equal((await manage('/links', { is: 'confirm', id: ask.id }, 'municipality-b-leader-1')).status, 403);
    assert.equal((await manage('/links', { is: 'confirm', id: ask.id })).status, 200);
    await until('the card that says so', () => cardThere('roster.open'));
    const { id } = await messageWith(app, leader, 'roster.open', other);
    await app.teams.press(leader, id, 'roster.open');
    const saved = await app.teams.press(leader, id, 'roster.save', { organisation: '2', role: 'leader' });
    assert.match(textOf(saved), /Municipality A/);
  });

  it('gets the survey’s card, answers count in the same round, and its tab shows the same without set-up', async function () {
    this.timeout(patience);
    await openSampleRound(app.teams);
    await until('the survey’s card', () => cardThere('survey.answer'));
    const { id } = await messageWith(app, leader, 'survey.answer', other);
    let outcome = await app.teams.press(leader, id, 'survey.answer');
    while (outcome.kind === 'card' && JSON.stringify(outcome.card).includes('"survey.page"')) {
      assert.ok(targetOf(outcome.card) !== 2);
      outcome = await answerPage(app, leader, id, outcome.card, 4);
    }
    assert.equal(outcome.kind, 'card', textOf(outcome));
    const there = overview.parse(await (await overviewFor(app, leader, other)).json());
    const home = overview.parse(await (await overviewFor(app, sampleFounder, channel)).json());
    assert.deepEqual([there.linked, home.linked, there.open?.answered, home.open?.answered], [true, false, 1, 1]);
    for (const rest of ['', '/people?organisation=all'])
      assert.equal((await manage(rest, undefined, sampleFounder, other)).status, 403);
    for (const word of ['action', 'messages', 'question', 'who we are']) {
      await app.teams.say(sampleFounder, other, `@Common Ground ${word}`);
      assert.match(await lastThere(), /done in the home channel/, word);
    }
  });

  it('is as if nothing was there when its link has ended, on cards that are still there too', async function () {
    this.timeout(patience);
    const { id } = await messageWith(app, leader, 'survey.change', other);
    const linked = (await now()).channels.find(({ home }) => !home);
    assert.ok(linked);
    assert.equal((await manage('/links', { is: 'unlink', id: linked.id })).status, 200);
    assert.match(textOf(await app.teams.press(leader, id, 'survey.change')), /no collaboration here/);
    for (const name of [channel, other]) assert.equal(await statusFor(leader, name), 403);
    assert.equal(await statusFor(sampleFounder, other), 403, 'for everybody there');
    assert.equal(overview.parse(await (await overviewFor(app, sampleFounder, channel)).json()).open?.answered, 1);
  });

  const homeChannel = () => app.teams.state.team.channels.find(({ name }) => name === channel) ?? assert.fail();
});
