import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { myData, problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { asCsv } from '../contracts/imported-files.ts';
import type { JsonRow } from '../contracts/imported-files.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel } from '../walk.ts';

type Example = { invited: object; close: Record<string, string>; rows: (JsonRow & { round: number })[] };
const { input } = JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')) as { input: Example };
const imported = {
  format: 'csv',
  text: asCsv(input.rows.filter(({ round }) => round === 1)),
  head: { k: 5, audience: ['leader', 'employee'], close: input.close[1], invited: input.invited },
  organisations: { H: 1, A: 2, B: 3, N: 4 },
};
const reader = 'municipality-a-leader-1';

describe('a request to take published results along', () => {
  let app: App;
  let here = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    here = `/api/channels/${encodeURIComponent(id)}`;
    assert.equal((await send('/rounds/import', JSON.stringify(imported), { who: sampleFounder })).status, 200);
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  type How = { who?: string; language?: string; authorization?: string; at?: string; method?: string };
  const send = async (path: string, body: string, { who = reader, language = 'en-GB', ...how }: How = {}) => {
    const response = await fetch(`${app.url}${how.at ?? here}${path}`, {
      method: how.method ?? 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization: how.authorization ?? `Bearer ${await app.teams.token(who)}`,
      },
    });
    return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as unknown };
  };
  const wish = (changes: object = {}) => JSON.stringify({ kind: 'pptx', round: 1, ...changes });
  const logOf = async (who = reader) => {
    const headers = { authorization: `Bearer ${await app.teams.token(who)}` };
    const { log } = myData.parse(await (await fetch(`${app.url}${here}/my-data`, { headers })).json());
    return log.filter(({ what }) => what === 'results exported').map(({ facts }) => facts);
  };

  it('is in the log of whoever asked, each time, with what it becomes and the round', async () => {
    for (const kind of ['pptx', 'csv', 'print', 'csv']) assert.deepEqual((await send('/exports', wish({ kind }))).body, {}, kind);
    assert.deepEqual(
      await logOf(),
      ['pptx', 'csv', 'print', 'csv'].map((kind) => ({ kind, round: 1 })),
    );
    assert.deepEqual(await logOf(sampleFounder), []);
  });

  it('is refused, and not in the log, without a token, from a stranger, and where nothing is published', async () => {
    const before = await logOf();
    assert.equal((await send('/exports', wish(), { authorization: 'Bearer a.b.c' })).status, 401);
    assert.equal((await send('/exports', wish(), { at: here.replace('thread', 'other') })).status, 403);
    const unknown = await send('/exports', wish({ round: 2 }), { language: 'nb-NO' });
    assert.equal(unknown.status, 404);
    assert.match(problem.parse(unknown.body).detail, /ingen publiserte resultater/);
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', ['welfare-office-leader-4']);
    assert.equal((await send('/exports', wish(), { who: 'welfare-office-leader-4' })).status, 403);
    assert.deepEqual(await logOf(), before);
  });

  it('that is not understood gets a problem body in the language of the reader, and is not in the log', async () => {
    const before = await logOf();
    const wrong = [wish({ kind: 'xlsx' }), wish({ round: '1' }), wish({ round: 0 }), wish({ more: 1 }), '[]', '"pptx"', '{'];
    for (const body of [...wrong, wish({ round: 2 ** 40 }), '']) {
      const answer = await send('/exports', body);
      assert.equal(answer.status, 400, body);
      assert.match(answer.type ?? '', /^application\/problem\+json/);
      assert.match(problem.parse(answer.body).detail, /The request was not understood\. Nothing was stored\./);
    }
    const method = await send('/exports', wish(), { method: 'PUT', language: 'nb' });
    assert.equal(method.status, 405);
    assert.match(problem.parse(method.body).detail, /Denne adressen tar ikke imot forespørsler av den typen/);
    assert.deepEqual(await logOf(), before);
  });
});
