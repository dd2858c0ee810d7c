import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { problem } from '../../bot/contracts/tab-api.ts';
import { importReport } from '../../bot/contracts/round-import.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { asCsv } from '../contracts/imported-files.ts';
import type { JsonRow } from '../contracts/imported-files.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, overviewFor } from '../walk.ts';

type Example = { invited: object; close: Record<string, string>; rows: (JsonRow & { round: number })[] };
const { input } = JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')) as { input: Example };
const rows = input.rows.filter(({ round }) => round === 1);
const head = { k: 5, audience: ['leader', 'employee'], close: input.close[1], invited: input.invited };
const wish = { format: 'csv', text: asCsv(rows), head, organisations: { H: 1, A: 2, B: 3, N: 4 } };

describe('a request to import a round', () => {
  let app: App;
  let path = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    path = `/api/channels/${encodeURIComponent(id)}/rounds/import`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  type Sent = { who?: string; dryRun?: string; language?: string; to?: string; authorization?: string };
  const send = async (body: string, { who = sampleFounder, dryRun, language = 'en-GB', to = path, authorization }: Sent = {}) => {
    const response = await fetch(`${app.url}${to}${dryRun === undefined ? '' : `?dryRun=${dryRun}`}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization: authorization ?? `Bearer ${await app.teams.token(who)}`,
      },
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const sent = (changes: object = {}, how: Sent = {}) => send(JSON.stringify({ ...wish, ...changes }), how);
  const nothingStored = async () => {
    const { rounds } = (await (await overviewFor(app, sampleFounder)).json()) as { rounds: unknown[] };
    assert.deepEqual(rounds, []);
  };

  it('without a token, from a stranger, from a member who is no integration manager or to another channel is refused and reads nothing', async () => {
    assert.equal((await sent({}, { authorization: 'Bearer a.b.c' })).status, 401);
    const forbidden = await sent({}, { who: 'welfare-office-leader-1' });
    assert.equal(forbidden.status, 403);
    assert.match(problem.parse(forbidden.body).detail, /Only an integration manager/);
    assert.equal((await sent({}, { to: path.replace('thread', 'other') })).status, 403);
    await nothingStored();
  });

  it('is read to 21 MB when it is signed in, and not at all when it is not; other routes stay small', async () => {
    const large = JSON.stringify({ ...wish, text: `${wish.text}${'\n'.repeat(1_000_000)}` });
    assert.equal((await send(large, { dryRun: 'true' })).status, 200);
    const tooLarge = JSON.stringify({ ...wish, text: 'x'.repeat(21 * 1024 * 1024) });
    const refused = await send(tooLarge);
    assert.equal(refused.status, 413);
    assert.match(problem.parse(refused.body).detail, /at most 20 MB/);
    assert.equal((await send(JSON.stringify({ ...wish, text: 'x'.repeat(20 * 1024 * 1024 + 1) }))).status, 400);

    const elsewhere = await fetch(`${app.url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify({ type: 'x'.repeat(300_000) }),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(elsewhere.status, 413);

    // Of a body that never comes, nothing is waited for: who does not sign in is refused at the headers.
    const { hostname, port } = new URL(app.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 20000000\r\n\r\n{`);
      });
      socket.once('data', (data) => {
        resolve(String(data));
        socket.destroy();
      });
      socket.once('error', reject);
    });
    assert.match(answer, /^HTTP\/1\.1 401 /);
    await nothingStored();
  });

  it('that is no request of ours is refused with 400 and stores nothing', async () => {
    const bodies = ['', '{', 'null', '[]', '{"format":"csv"}', JSON.stringify({ ...wish, extra: 1 }), '['.repeat(1_000_000)];
    for (const body of bodies) {
      const { status, body: said } = await send(body);
      assert.equal(status, 400, body.slice(0, 20));
      assert.match(problem.parse(said).detail, /was not understood\. Nothing was stored/);
    }
    for (const changes of [{ format: 'xlsx' }, { organisations: { H: 'one' } }, { organisations: { H: 1.5 } }, { text: 4 }])
      assert.equal((await sent(changes)).status, 400);
    assert.equal((await sent({}, { dryRun: 'perhaps' })).status, 400);
    await nothingStored();
  });

  it('with a wrong file names each line and reason in the language of the reader, and stores nothing', async () => {
    const text = asCsv(rows.map((row, place) => (place === 3 ? { ...row, org: 'Q', answers: { R1: 7 } } : row)));
    const checked = await sent({ text, head: { ...head, k: 2 } }, { dryRun: 'true' });
    assert.equal(checked.status, 200);
    const report = importReport.parse(checked.body);
    assert.equal(report.outcome, 'wrong');
    assert.deepEqual(report.wrong, [
      { at: null, reasons: ['The fewest people behind a number (k) must be a whole number of at least 3.'] },
      { at: 5, reasons: ['R1 must be a whole number from 1 to 5, or empty, not “7,0”.'] },
    ]);
    const refused = await sent({ text }, { language: 'nb-NO' });
    assert.equal(refused.status, 422);
    const { detail } = problem.parse(refused.body);
    assert.equal(detail, 'Noe er galt med filen, så ingenting er lagret.');
    const { wrong } = importReport.parse((refused.body as { report: unknown }).report);
    assert.deepEqual(wrong, [{ at: 5, reasons: ['R1 må være et helt tall fra 1 til 5, eller tom, ikke «7,0».'] }]);
    await nothingStored();
  });

  it('is checked, stored, and said to be there already; then everybody in the channel sees the round, marked', async () => {
    const outcomes: string[] = [];
    for (const dryRun of ['true', undefined, 'false', 'true']) {
      const { status, body } = await sent({}, dryRun === undefined ? {} : { dryRun });
      assert.equal(status, 200);
      outcomes.push(importReport.parse(body).outcome);
    }
    assert.deepEqual(outcomes, ['can be imported', 'imported', 'there already', 'there already']);
    const seen = (await (await overviewFor(app, 'welfare-office-leader-1')).json()) as { latest: object; rounds: object[] };
    assert.deepEqual(seen.rounds, [{ round: 1, closed: '2026-02-06T15:00:00.000Z', imported: true }]);
    assert.equal((seen.latest as { imported?: boolean }).imported, true);
  });
});
