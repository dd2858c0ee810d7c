import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { myData, problem, snapshot } from '../../bot/contracts/tab-api.ts';
import { timeline } from '../../bot/contracts/timeline-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { asCsv } from '../contracts/imported-files.ts';
import type { JsonRow } from '../contracts/imported-files.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';

type Example = { invited: object; close: Record<string, string>; rows: (JsonRow & { round: number })[] };
const { input } = JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')) as { input: Example };
const fileOf = (round: number, k: number, audience: string[]) => ({
  format: 'csv',
  text: asCsv(input.rows.filter((row) => row.round === round)),
  head: { k, audience, close: input.close[round], invited: input.invited },
  organisations: { H: 1, A: 2, B: 3, N: 4 },
});
const reader = 'municipality-a-leader-1';

describe('a request for the rounds over time', () => {
  let app: App;
  let here = '';
  before(async function () {
    this.timeout(3 * patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    here = `/api/channels/${encodeURIComponent(id)}`;
    // The later one first: the order is that of their closing, not of their numbers.
    await bring(fileOf(2, 3, ['leader']));
    await bring(fileOf(1, 5, ['leader', 'employee']));
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const bearer = async (who = reader) => `Bearer ${await app.teams.token(who)}`;
  const bring = async (file: object) => {
    const headers = { 'content-type': 'application/json', authorization: await bearer(sampleFounder) };
    const sent = await fetch(`${app.url}${here}/rounds/import`, { method: 'POST', body: JSON.stringify(file), headers });
    assert.equal(sent.status, 200, await sent.text());
  };
  type How = { who?: string; known?: string | null; authorization?: string; at?: string };
  const get = async (path: string, { who, known, authorization, at = here }: How = {}) => {
    const headers = {
      'accept-language': 'en-GB',
      authorization: authorization ?? (await bearer(who)),
      ...(known == null ? {} : { 'if-none-match': known }),
    };
    const response = await fetch(`${app.url}${at}${path}`, { headers });
    const text = await response.text();
    const { headers: said, status } = response;
    return { status, text, tag: said.get('etag'), keep: said.get('cache-control'), type: said.get('content-type') };
  };
  const readsOf = async (who: string) => {
    const { log } = myData.parse(JSON.parse((await get('/my-data', { who })).text));
    return log.filter(({ what }) => what === 'results read').map(({ facts }) => facts);
  };

  it('gives every closed round in the order in which they closed, with a few of its published numbers and no organisation', async () => {
    const answer = await get('/rounds');
    assert.equal(answer.status, 200);
    const { rounds, checkOuts } = timeline.parse(JSON.parse(answer.text));
    assert.deepEqual(checkOuts, []);
    assert.deepEqual(
      rounds.map(({ round, closed, imported, audience, k, mode }) => ({ round, closed, imported, audience, k, mode })),
      [
        { round: 2, closed: '2026-02-06T15:00:00.000Z', imported: true, audience: ['leader', 'employee'], k: 5, mode: 'matrix' },
        { round: 1, closed: '2026-06-05T15:00:00.000Z', imported: true, audience: ['leader'], k: 3, mode: 'matrix' },
      ],
    );
    assert.doesNotMatch(answer.text, /seenByOthers|seesOthers|Hospital|"cells"|"pairs"/);
    const [first] = rounds;
    assert.ok(first?.mode === 'matrix');
    assert.deepEqual(first.network, {
      ...{ possibleCells: 12, publishedCells: 8, coverage: 0.67, index: 3.2, strongTieDensity: 0.25, reciprocity: 1 },
    });
  });

  it('for one round gives its snapshot as it was frozen, the same that the first screen shows of the latest', async () => {
    const one = snapshot.parse(JSON.parse((await get('/rounds/1')).text));
    const { latest } = JSON.parse((await get('/overview')).text) as { latest: unknown };
    assert.deepEqual(one, snapshot.parse(latest));
    assert.equal(snapshot.parse(JSON.parse((await get('/rounds/2')).text)).round, 2);
  });

  it('for a round that is not there, or a number that is none, is 404 with one plain sentence', async () => {
    for (const number of ['3', '0', '-1', '1.5', '01', 'one', '32768', '99999', '1e1', '%27']) {
      const { status, text, tag, keep } = await get(`/rounds/${number}`);
      assert.deepEqual([status, tag, keep], [404, null, 'no-store'], number);
      assert.match(problem.parse(JSON.parse(text)).detail, /^\p{Lu}.*\.$/u);
    }
  });

  it('is logged once an hour as a read of results, also where nothing had changed since the last one', async () => {
    const who = 'municipality-a-leader-2';
    for (const path of ['/rounds', '/rounds/1', '/rounds/2']) {
      const { tag } = await get(path, { who });
      await get(path, { who, known: tag });
    }
    assert.deepEqual(await readsOf(who), [{ rounds: [2, 1] }, { round: 1 }, { round: 2 }]);
    const kept = (await get('/rounds/1')).tag;
    const other = 'municipality-a-leader-3';
    assert.equal((await get('/rounds/1', { who: other, known: kept })).status, 304);
    assert.deepEqual(await readsOf(other), [{ round: 1 }], 'who is told that nothing changed has read it too');
  });

  it('is 304 without a body where the sender has this very answer; other tags get it whole', async () => {
    for (const path of ['/rounds', '/rounds/1', '/overview']) {
      const first = await get(path);
      assert.match(first.tag ?? '', /^W\/"[\w-]{20,}"$/);
      assert.equal(first.keep, 'private, no-cache');
      for (const known of [first.tag, `"x", ${first.tag ?? ''}`, first.tag?.slice(2), '*'])
        assert.deepEqual(await get(path, { known: known ?? '' }), { ...first, status: 304, text: '', type: null }, path);
      for (const known of ['W/"x"', '', first.tag?.slice(0, -2) ?? ''])
        assert.deepEqual(await get(path, { known }), first, `${path} ${known}`);
    }
  });

  it('has another tag when something has changed', async () => {
    const { tag } = await get('/overview');
    const founder = await bearer(sampleFounder);
    const changed = await fetch(`${app.url}${here}/manage/purpose`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: founder },
      body: JSON.stringify({ purpose: 'One plan for each person, a sample.', outcomes: [], version: await versionNow() }),
    });
    assert.equal(changed.status, 200, await changed.text());
    const again = await get('/overview', { known: tag });
    assert.equal(again.status, 200);
    assert.match(again.text, /One plan for each person/);
  });
  const versionNow = async () => (JSON.parse((await get('/manage', { who: sampleFounder })).text) as { version: number }).version;

  it('is refused before anything is said about what the sender has: without a token, outside the channel, in another channel', async () => {
    const leaving = 'welfare-office-leader-4';
    const tags = new Map<string, string>();
    for (const path of ['/rounds', '/rounds/1', '/rounds/3', '/overview'])
      tags.set(path, (await get(path, { who: leaving })).tag ?? '*');
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', [leaving]);
    for (const [path, known] of tags) {
      for (const asked of [known, '*', null]) {
        const wrong = await get(path, { known: asked, authorization: 'Bearer a.b.c' });
        assert.deepEqual([wrong.status, wrong.tag], [401, null], path);
        const outside = await get(path, { known: asked, who: leaving });
        assert.deepEqual([outside.status, outside.tag], [403, null], path);
        const elsewhere = await get(path, { known: asked, at: '/api/channels/19%3Anothing%40thread.tacv2' });
        assert.equal(elsewhere.status, 403);
        assert.equal(elsewhere.text, outside.text, 'what does not exist and what is not theirs look the same');
      }
    }
  });
});
