import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { overview } from '../bot/contracts/tab-api.ts';
import { resultsOfFile } from '../bot/handlers/results-of-file.ts';
import { openSampleRound, sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { patience } from './store-engines.ts';
import type { App, Ratings } from './walk.ts';
import { answerAll, answerPage, dataOf, messageWith, overviewFor, targetOf, textOf, untilCard } from './walk.ts';

const example = z
  .object({
    input: z.object({
      organisations: z.record(z.string(), z.string()),
      invited: z.unknown(),
      close: z.record(z.string(), z.string()),
      rows: z.array(
        z.object({
          round: z.number(),
          respondent: z.string(),
          org: z.string(),
          role: z.string(),
          target: z.string(),
          not_working_together: z.boolean(),
          answers: z.record(z.string(), z.number().nullable()).nullable(),
          submitted: z.string(),
        }),
      ),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('worked-example.json', import.meta.url), 'utf8'))).input;

/** Organisations of the example in the order of the sample collaboration, and the leaders of each. */
const order = ['H', 'A', 'B', 'N'];
const sampleKeys = ['hospital-trust', 'municipality-a', 'municipality-b', 'welfare-office'];

/** What the command line makes of the first round, leaders only, k = 3; its organisations renamed to the numbers of the sample. */
const expected = (): unknown => {
  const rows = example.rows.filter(({ round }) => round === 1);
  const file = {
    k: 3,
    mode: 'auto',
    audience: ['leader'],
    organisations: example.organisations,
    invited: example.invited,
    close: example.close['1'],
    rows,
  };
  let printed = '';
  const status = resultsOfFile(
    ['round.json'],
    () => JSON.stringify(file),
    (text: string) => (printed += text),
    () => undefined,
  );
  assert.equal(status, 0);
  const numbered = (key: string): string => key.replace(/\b[HABN]\b/g, (letter) => String(order.indexOf(letter) + 1));
  const rename = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [numbered(key), rename(inner)]))
      : value;
  return rename(JSON.parse(printed));
};

/** The last thing this leader of the example said about each organisation before the round closed. */
const answersOf = (respondent: string): Map<number, Ratings> => {
  const close = example.close['1'] ?? '';
  const rows = example.rows
    .filter((row) => row.round === 1 && row.respondent === respondent && row.submitted <= close && row.target !== row.org)
    .sort((one, other) => one.submitted.localeCompare(other.submitted));
  const known = (answers: Record<string, number | null>) =>
    Object.fromEntries(Object.entries(answers).flatMap(([item, value]) => (value === null ? [] : [[item, value]])));
  return new Map(
    rows.map((row) => [order.indexOf(row.target) + 1, row.not_working_together ? 'apart' : known(row.answers ?? {})]),
  );
};

const leaders = [
  ...new Set(example.rows.filter(({ round, role }) => round === 1 && role === 'leader').map(({ respondent }) => respondent)),
];
const personOf = (respondent: string): string =>
  `${sampleKeys[order.indexOf(respondent.slice(0, 1).toUpperCase())] ?? ''}-leader-${respondent.slice(1)}`;

describe('a round, from the empty channel to the tab', () => {
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

  let seen: { id: string; data: Record<string, unknown> } | undefined;
  /** A button of the survey's card as a client sends it, whether or not the card in front of the person has it. */
  const send = async (verb: string, who: string, more: Record<string, unknown> = {}) => {
    if (seen === undefined) {
      const { id, cards } = await messageWith(app, sampleFounder, 'survey.page');
      seen = { id, data: dataOf(cards, 'survey.page') };
    }
    return await app.teams.pressAction(who, seen.id, { type: 'Action.Execute', verb, data: { ...seen.data, ...more, verb } });
  };

  it('answers every leader of the worked example in their own view, page by page, and thanks them', async function () {
    this.timeout(patience);
    for (const respondent of leaders) {
      const said = answersOf(respondent);
      const outcome = await answerAll(app, personOf(respondent), (target) => said.get(target) ?? 'x');
      assert.match(textOf(outcome), /Thank you\. Your answers are saved/, respondent);
    }
  });

  it('lets a person change an answer, and shows what they said before', async () => {
    const who = personOf('h1');
    const card = await messageWith(app, who, 'survey.change');
    const first = await app.teams.press(who, card.id, 'survey.change');
    assert.equal(first.kind, 'card');
    const target = targetOf(first.card);
    const said = answersOf('h1').get(target);
    assert.ok(typeof said === 'object');
    assert.match(textOf(first), new RegExp(`"id":"R1".*?"value":"${said['R1'] ?? ''}"`));
    const changed = await answerPage(app, who, card.id, first.card, 1);
    assert.equal(changed.kind, 'card');
    const again = await app.teams.press(who, card.id, 'survey.back');
    assert.match(textOf(again), /"id":"R1".*?"value":"1"/);
    await answerPage(app, who, card.id, again.kind === 'card' ? again.card : undefined, said);
  });

  it('shows nothing but counts while the round is open', async () => {
    const read = overview.parse(await (await overviewFor(app, personOf('a1'))).json());
    assert.equal(read.latest, null);
    assert.equal(read.open?.answered, 17);
    assert.equal(read.open.invited, 17);
    assert.deepEqual(read.open.response['1'], { answered: 5, invited: 5 });
  });

  it('lets nobody but an integration manager close it', async () => {
    assert.doesNotMatch(textOf(await send('survey.view', personOf('a1'))), /round\.close/);
    assert.match(textOf(await send('round.close', personOf('a1'), { confirmed: true })), /Only an integration manager/);
    assert.match(textOf(await send('survey.view', sampleFounder)), /round\.close/);
  });

  it('closes once, and shows every member of the channel exactly the numbers of the worked example', async () => {
    const desk = await messageWith(app, sampleFounder, 'round.close');
    assert.match(textOf(await app.teams.press(sampleFounder, desk.id, 'round.close')), /Close the round now\?/);
    assert.match(textOf(await app.teams.press(sampleFounder, desk.id, 'round.close')), /Round 1 is closed/);
    const first = overview.parse(await (await overviewFor(app, personOf('n4'))).json());
    assert.equal(first.open, null);
    assert.deepEqual(first.latest?.results, expected());
    const second = overview.parse(await (await overviewFor(app, 'municipality-b-employee-1')).json());
    assert.deepEqual(second.latest, first.latest);
  });

  it('stores nothing from a page that was in front of somebody when the round closed', async () => {
    assert.match(textOf(await send('survey.apart', personOf('b1'), { target: 1 })), /Round 1 is closed/);
    assert.deepEqual(overview.parse(await (await overviewFor(app, personOf('b1'))).json()).latest?.results, expected());
  });
});
