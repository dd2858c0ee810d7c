import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actionPage, board, nudged, partners } from '../../bot/contracts/actions-api.ts';
import { overview, problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import { channel, overviewFor } from '../walk.ts';
import type { App } from '../walk.ts';
import { tabRequest } from './tab-request.ts';
import type { How } from './tab-request.ts';

const member = 'municipality-a-leader-1';
const other = 'municipality-b-leader-1';
const far = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
const later = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

describe('agreed actions, through signed requests of the tab', () => {
  let app: App;
  let base = '';
  let people: readonly { readonly id: number; readonly name: string }[] = [];
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    base = `/api/channels/${encodeURIComponent(id)}/actions`;
    ({ people } = partners.parse((await send('/partners')).body));
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (rest: string, body?: string, { who = member, at = base, language = 'en', authorization }: How = {}) =>
    tabRequest(app, { who, path: `${at}${rest}`, body, language, authorization });
  const refusal = async (rest: string, body?: unknown, how?: How) => {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const { status, body: said } = await send(rest, sent, how);
    return { ...problem.parse(said), status };
  };
  const page = async (rest: string, body?: object, how?: How) => {
    const answer = await send(rest, body && JSON.stringify(body), how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return actionPage.parse(answer.body);
  };
  const seen = async (who = member) => board.parse((await send('', undefined, { who })).body);
  const own = async (who: string): Promise<number> =>
    partners.parse((await send('/partners', undefined, { who })).body).you ?? assert.fail('on the roster');
  const wishOf = async (more: object = {}) => ({
    ...{ request: randomUUID(), text: 'Call each other on Mondays', kind: 'quick win', due: far, owners: [await own(member)] },
    ...{ source: { from: 'pair', one: '1', other: '2' }, ...more },
  });

  it('are refused without a token and in a channel without a collaboration, whatever is asked', async () => {
    const elsewhere = { at: base.replace('thread', 'other') };
    const wish = await wishOf();
    for (const [rest, body] of [
      ['', undefined],
      ['/1', undefined],
      ['/partners', undefined],
      ['', wish],
      ['/1', {}],
    ] as const) {
      assert.equal((await refusal(rest, body, { authorization: 'Bearer a.b.c' })).status, 401);
      assert.equal((await refusal(rest, body, elsewhere)).status, 403);
    }
    assert.equal((await refusal('/1/nudge', {}, { authorization: 'Bearer a.b.c' })).status, 401);
  });

  it('answer nonsense with a problem, and nothing is stored', async () => {
    const wish = await wishOf();
    const wrong: [string, unknown, number, RegExp][] = [
      ['', { ...wish, text: '' }, 400, /needs a text/],
      ['', { ...wish, text: 'x'.repeat(401) }, 400, /400 characters/],
      ['', { ...wish, text: 'x'.repeat(2_001) }, 400, /too long/],
      ['', { ...wish, text: 'Ask 999 000 0018' }, 400, /NHS number/],
      ['', { ...wish, owners: [] }, 400, /at least one owner/],
      ['', { ...wish, owners: [999_999] }, 400, /at least one owner/],
      ['', { ...wish, owners: people.slice(0, 9).map(({ id }) => id) }, 400, /8 owners/],
      ['', { ...wish, due: '' }, 400, /a date that lies ahead/],
      ['', { ...wish, due: '2020-01-01' }, 400, /a date that lies ahead/],
      ['', { ...wish, due: '2026-02-30' }, 400, /not understood/],
      ['', { ...wish, kind: 'adaptive' }, 400, /next small step/],
      ['', { ...wish, kind: 'test of change' }, 400, /for whom/],
      ['', { ...wish, source: { from: 'pair', one: '1', other: '99' } }, 404, /not part of this collaboration/],
      ['', { ...wish, source: { from: 'message', link: 'https://example.org' } }, 400, /not understood/],
      ['', { ...wish, more: 1 }, 400, /not understood/],
      ['', '{"request":', 400, /not understood/],
      ['/99', { seen: 0, change: { is: 'on track' } }, 404, /no such action/],
      ['/1;drop', { seen: 0, change: { is: 'on track' } }, 404, /./],
    ];
    for (const [rest, body, status, sentence] of wrong) {
      const said = await refusal(rest, body);
      assert.equal(said.status, status, JSON.stringify([rest, body, said]));
      assert.match(said.detail, sentence);
    }
    assert.match((await refusal('', { ...wish, owners: [] }, { language: 'nb' })).detail, /minst én eier/);
    assert.equal((await refusal('/99')).status, 404);
    assert.deepEqual((await seen()).actions, []);
  });

  it('are agreed once for a request, read by everybody, changed by owners, and never over what somebody else said unseen', async () => {
    const wish = await wishOf({ text: 'Share the duty phone <b>now</b>' });
    const agreed = await page('', wish);
    assert.deepEqual(await page('', wish), agreed, 'the same request again');
    assert.deepEqual(agreed.action.source, { from: 'pair', one: '1', other: '2' });
    assert.deepEqual([agreed.mayChange, agreed.mayNudge, agreed.seen], [true, false, 1]);
    const at = `/${agreed.action.id}`;
    const read = await page(at, undefined, { who: other });
    assert.deepEqual([read.mayChange, read.mayNudge, read.action.own], [false, false, false]);
    assert.equal((await refusal(at, { seen: 1, change: { is: 'on track' } }, { who: other })).status, 403);
    const stuck = { is: 'stuck', because: 'rule or law', words: 'A form' };
    const after = await page(at, { seen: 1, change: stuck }, { who: sampleFounder });
    assert.deepEqual(after.action.stuck, { because: 'rule or law', words: 'A form' });
    const late = await refusal(at, { seen: 1, change: { is: 'done' } });
    assert.equal(late.status, 409);
    assert.deepEqual(actionPage.parse(late.fresh).action.state, 'stuck');
    assert.equal((await page(at, { seen: 1, change: stuck })).seen, 2, 'said again, it changes nothing');
    const longer = await page(at, { seen: 2, change: { is: 'more time', due: later } });
    assert.deepEqual([longer.action.due, longer.action.moved], [later, 1]);
    const over = await page(at, { seen: 3, change: { is: 'hand over', owners: [await own(other)] } });
    assert.equal(over.mayChange, false);
    const { history } = await page(at, { seen: 4, change: { is: 'done' } }, { who: other });
    assert.deepEqual(
      history.map(({ what }) => what),
      ['agreed', 'stuck', 'more time', 'handed over', 'done'],
    );
    assert.ok(history.every(({ by }) => by !== null));
    assert.equal((await refusal(at, { seen: 5, change: { is: 'on track' } }, { who: other })).status, 409);
  });

  it('of a test of change end with a verdict; what is kept is business as usual with an organisation', async () => {
    const test = { what: 'One phone', forWhom: 'The ward', expected: 'Fewer calls' };
    const { action } = await page(
      '',
      await wishOf({ kind: 'test of change', test, source: { from: 'focus area', name: 'Trust' } }),
    );
    const at = `/${action.id}`;
    const say = (change: object) => refusal(at, { seen: 1, change });
    assert.match((await say({ is: 'done' })).detail, /verdict/);
    assert.equal((await say({ is: 'done', verdict: 'keep' })).status, 400);
    assert.equal((await say({ is: 'done', verdict: 'keep', keptBy: '99' })).status, 404);
    const kept = await page(at, { seen: 1, change: { is: 'done', verdict: 'keep', keptBy: '2' } });
    assert.deepEqual([kept.action.state, kept.action.keptBy, kept.action.test], ['done', '2', test]);
  });

  it('are nudged about by integration managers alone, who read when it goes to whom; the first screen counts them', async () => {
    const { action } = await page('', await wishOf());
    const at = `/${action.id}`;
    assert.equal((await refusal(`${at}/nudge`, {}, { who: member })).status, 403);
    assert.equal((await refusal(`${at}/nudge`, { to: 1 }, { who: sampleFounder })).status, 400);
    assert.equal((await refusal('/99/nudge', {}, { who: sampleFounder })).status, 404);
    const ask = async (language: string) =>
      nudged.parse((await send(`${at}/nudge`, '{}', { who: sampleFounder, language })).body).lines;
    const [line] = await ask('en');
    assert.match(line ?? '', /^.+ \(Municipality A\): (the nudge goes now|the nudge goes .+, as .+|Waits for .+)\.$/);
    assert.match((await ask('nb'))[0] ?? '', /Dyttet går|Venter/);
    await page(at, { seen: 1, change: { is: 'snooze', until: far, because: 'Holidays' } });
    assert.match((await refusal(`${at}/nudge`, {}, { who: sampleFounder })).detail, /no nudges about this action/);
    const counted = overview.parse(await (await overviewFor(app, member)).json()).actions;
    const open = (await seen()).actions.filter(({ group }) => group !== 'done').length;
    assert.deepEqual(counted, { open, stuck: 0 });
  });
});
