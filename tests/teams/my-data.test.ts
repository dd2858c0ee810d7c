import assert from 'node:assert/strict';
import { openSampleRound, sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { answerAll, channel, messageWith, overviewFor, textOf, untilCard } from '../walk.ts';

const leader = 'municipality-a-leader-1';

describe('"my data" and a round that is opened again, in Teams', () => {
  let app: App;
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    await openSampleRound(app.teams);
    await untilCard(app, sampleFounder);
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const press = async (who: string, on: string, verb = on, inputs: Parameters<App['teams']['press']>[3] = {}) =>
    await app.teams.press(who, (await messageWith(app, who, on)).id, verb, inputs);

  it('asked for in the channel brings a card that says nothing of anybody, and each presser’s own view', async () => {
    await answerAll(app, leader, () => 4);
    await app.teams.say(leader, channel, '@Common Ground my data');
    const card = await messageWith(app, sampleFounder, 'data.view');
    assert.doesNotMatch(JSON.stringify(card.cards), /Municipality|answer(ed|s) stored/);
    const own = await app.teams.press(leader, card.id, 'data.view');
    assert.match(textOf(own), /Municipality A leader 1.*answered; 3 answers stored/);
    const other = await app.teams.press(sampleFounder, card.id, 'data.view');
    assert.match(textOf(other), /Hospital trust leader 1.*invited, not answered; 0 answers stored/);
    assert.doesNotMatch(textOf(other), /Municipality A leader 1|data\.erase/);
  });

  it('says what their Teams speaks, as the bot and the tab heard it last, and nothing of a language that is not ours', async () => {
    const own = async () => {
      await app.teams.say(leader, channel, '@Common Ground my data');
      return textOf(await press(leader, 'data.view'));
    };
    assert.match(await own(), /"Language in Teams","value":"English"/);
    try {
      app.teams.speak(leader, 'nb-NO');
      assert.match(await own(), /"Språk i Teams","value":"Norsk \(bokmål\)"/);
      app.teams.speak(leader, 'de-DE');
      await overviewFor(app, leader, channel, '*');
      assert.match(await own(), /"Language in Teams","value":"Norwegian \(bokmål\)"/);
      await overviewFor(app, leader, channel, 'en');
      assert.match(await own(), /"Language in Teams","value":"English"/);
    } finally {
      app.teams.speak(leader, 'en-GB');
    }
  });

  it('erases after a second tap, and not before', async () => {
    assert.match(textOf(await press(leader, 'data.erase')), /Erase all your answers/);
    assert.match(textOf(await press(leader, 'data.view')), /3 answers stored/);
    await press(leader, 'data.erase');
    const erased = textOf(await press(leader, 'data.erase'));
    assert.match(erased, /Your answers are erased\..*invited, not answered; 0 answers stored/);
    assert.doesNotMatch(erased, /"data\.erase"/);
  });

  it('opens the closed round again from the desk, after it has said what that means', async () => {
    await app.teams.say(sampleFounder, channel, '@Common Ground survey');
    await press(sampleFounder, 'round.manage');
    await press(sampleFounder, 'round.close');
    assert.match(textOf(await press(sampleFounder, 'round.close')), /Round 1 is closed/);
    await app.teams.say(sampleFounder, channel, '@Common Ground survey');
    await press(sampleFounder, 'round.manage');
    assert.match(textOf(await press(sampleFounder, 'round.askReopen')), /Open round 1 again\?.*replaced only if/);
    assert.match(textOf(await press(sampleFounder, 'round.reopen')), /Round 1 is open again/);
    const read = (await (await overviewFor(app, leader)).json()) as { open: { round: number } | null; latest: object | null };
    assert.equal(read.open?.round, 1);
    assert.notEqual(read.latest, null);
    await app.teams.say(sampleFounder, channel, '@Common Ground survey');
    await press(sampleFounder, 'round.manage');
    await press(sampleFounder, 'round.close');
    assert.match(textOf(await press(sampleFounder, 'round.close')), /replace the earlier ones/);
  });
});
