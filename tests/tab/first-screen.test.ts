import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import type { Browser } from '../browser.ts';
import { matrix3, nothing, openRound, overviewOf, pooled, snapshotOf } from './fixtures.ts';
import { areas, comparedSnapshot, threeAreas } from './networks.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage } from './stage.ts';

const titles = (tab: FrameLocator) => tab.locator('h2, h3').allInnerTexts();
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const textOf = async (part: Locator) => spaced(await part.innerText());

describe('what a chair sees first', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;

  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  const showing = async (parts: Partial<Overview>) => {
    stage.answer = () => ({ status: 200, body: overviewOf(parts) });
    const { tab } = await show(browser.context, stage);
    await tab.locator('h1').waitFor();
    return tab;
  };
  const focusOf = (tab: FrameLocator) => tab.getByRole('region', { name: 'What to talk about' });
  const changeOf = (tab: FrameLocator) => tab.getByRole('region', { name: 'Change since round 1' });

  it('comes in this order: the open round, what to talk about, the picture and its table, change, response, and the rest', async () => {
    const tab = await showing({ open: openRound, latest: comparedSnapshot() });
    assert.deepEqual((await titles(tab)).slice(0, 10), [
      'Round 2 is open',
      'Results of round 2',
      'What to talk about',
      'The network in one picture',
      'How the organisations see each other',
      'Change since round 1',
      'Response',
      'The network in numbers',
      'Pair by pair',
      'What we expect from each other',
    ]);
  });

  it('comes in its own order for a pooled round, without a picture of pairs that are not shown', async () => {
    const tab = await showing({ latest: { ...snapshotOf(pooled), focus: { proposed: [areas.stuck], strength: null } } });
    assert.deepEqual((await titles(tab)).slice(1, 5), [
      'What to talk about',
      'How the network sees each organisation',
      'Change since the last round',
      'Response',
    ]);
    assert.match(await textOf(tab.locator('.areas')), /^What actions are stuck on A rule or law 3 actions are stuck/);
    assert.equal(await tab.locator('.picture').count(), 0);
  });

  it('says of a pooled round with nothing to propose that there is nothing, and names no organisation', async () => {
    const tab = await showing({ latest: { ...snapshotOf(pooled), focus: { proposed: [], strength: null } } });
    const text = await textOf(focusOf(tab));
    assert.match(text, /This round shows no pairs, so none is proposed\. Choose together what to talk about\./);
    assert.doesNotMatch(text, /Hospital|Municipality|Welfare/);
  });

  it('shows no picture, focus area or change of a round in which nothing may be shown', async () => {
    const tab = await showing({ latest: { ...snapshotOf(nothing), focus: threeAreas } });
    const shown = await titles(tab);
    assert.equal(shown[1], 'Response');
    assert.doesNotMatch(shown.join(), /picture|talk about|Change/);
  });

  it('proposes three focus areas and one strength, each with one sentence why, the way to its pair and to an action', async () => {
    const tab = await showing({ latest: comparedSnapshot() });
    const areas = (await tab.locator('.areas li').allInnerTexts()).map(spaced);
    assert.deepEqual(areas.filter((area) => / Agree an action : \S/.test(area)).length, 3, 'not from a strength');
    assert.deepEqual(
      areas.map((area) => area.replace(/ Agree an action.*/, '')),
      [
        'Expectations Municipality A and Hospital trust What Municipality A needs from Hospital trust (4.8) ' +
          'and what Hospital trust can give today (2.8) are 2.0 apart.',
        'Two views of one collaboration Municipality A and Welfare office ' +
          'Seen from Municipality A it is 3.3, seen from Welfare office 4.3: 1.0 apart.',
        'Across the network Getting hold of the right person ' +
          'The lowest of the statements: a mean of 2.4 over the 6 relations that are shown statement by statement.',
        'A strength Municipality A and Municipality B ' +
          'Both sides see a strength, 4.2 on average: what works here that others could borrow?',
      ],
    );
    const links = await tab.locator('.areas a:not(.then)').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(links, ['#pair-H-A', '#pair-A-N', '#pair-A-B']);
  });

  it('says so where nothing stands out and where no strength can be named', async () => {
    const tab = await showing({ latest: comparedSnapshot({}, { proposed: [], strength: null }) });
    const text = await textOf(focusOf(tab));
    assert.match(text, /nothing stands out in what is shown/);
    assert.match(text, /A strength Too little is shown in this round to name one\./);
  });

  it('says change in words: the label, how many people, between what; of a single relation only higher or lower', async () => {
    const tab = await showing({ latest: comparedSnapshot() });
    assert.equal(
      await textOf(changeOf(tab)),
      'Change since round 1 No clear change 16 people answered both rounds, and only their answers are compared. ' +
        'On average they moved by +0.1 on the scale from 1 to 5, between about 0.0 and +0.3. ' +
        'Relations that moved by 1.0 or more. Few people stand behind each: ' +
        'Municipality A about Hospital trust: higher Municipality A about Welfare office: lower',
    );
    const row = await textOf(tab.locator('table.matrix tbody tr').nth(1));
    assert.match(row, /2\.3 9 answers Attention Higher than in round 1, few people/);
    assert.match(row, /3\.3 8 answers Discuss Lower than in round 1, few people/);
  });

  it('gives no number for change where too few answered both rounds, and not even how few below k', async () => {
    const few = { nPaired: 2, mean: undefined, interval: undefined, label: 'too few to tell', cells: {} } as const;
    const tab = await showing({ latest: comparedSnapshot(few) });
    assert.equal(
      await textOf(changeOf(tab)),
      'Change since round 1 Too few to tell Fewer than 3 people answered both rounds. ' +
        'A number for change would be a guess, or show what single people answered. No single relation moved by 1.0 or more.',
    );
  });

  it('says that there is nothing to compare with in a first round', async () => {
    const tab = await showing({ latest: snapshotOf(matrix3) });
    await tab.getByText('There is no earlier round of this kind to compare with.').waitFor();
  });
});
