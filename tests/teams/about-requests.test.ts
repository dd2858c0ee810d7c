import assert from 'node:assert/strict';
import { aboutPage } from '../../bot/contracts/about-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, messageWith, textOf } from '../walk.ts';
import { tabRequest } from './tab-request.ts';
import type { How } from './tab-request.ts';

const member = 'municipality-a-leader-1';
const texts = { does: '<b>Care</b> at home & more\nevery day', doesNot: '', reach: '=1+1' };

describe('who we are, asked for and written through signed requests', () => {
  let app: App;
  let base = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    base = `/api/channels/${encodeURIComponent(id)}/about`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (rest: string, body?: string, { who = member, at = base, language = 'en', authorization }: How = {}) =>
    tabRequest(app, { who, path: `${at}${rest}`, body, method: 'PUT', language, authorization });
  const refusal = async (rest: string, body: unknown, how?: How) => {
    const { status, body: said } = await send(rest, typeof body === 'string' ? body : JSON.stringify(body), how);
    return { ...problem.parse(said), status };
  };
  const page = async (rest = '', body?: object, how?: How) => {
    const answer = await send(rest, body && JSON.stringify(body), how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return aboutPage.parse(answer.body).organisations;
  };
  const press = async (who: string) => {
    await app.teams.say(who, channel, '@Common Ground who we are');
    const { id } = await messageWith(app, who, 'about.open');
    return { id, form: textOf(await app.teams.press(who, id, 'about.open')) };
  };

  it('is refused without a token and in a channel without a collaboration', async () => {
    const change = { version: 0, ...texts };
    assert.equal((await refusal('/2', change, { authorization: 'Bearer a.b.c' })).status, 401);
    assert.equal((await refusal('/2', change, { at: base.replace('thread', 'other') })).status, 403);
    assert.equal((await send('', undefined, { at: base.replace('thread', 'other') })).status, 403);
  });

  it('answers nonsense with a problem and changes nothing', async () => {
    const before = await page();
    const wrong: [string, unknown, number, RegExp][] = [
      ['/2', { version: 0, ...texts, does: 'x'.repeat(401) }, 400, /room for 400 characters/],
      ['/2', { version: 0, ...texts, does: 'x'.repeat(2_001) }, 400, /too long/],
      ['/2', { version: 0, ...texts, reach: '999 000 0018' }, 400, /NHS number/],
      ['/2', { version: 0, ...texts, does: 'A bell \u0007' }, 400, /not understood/],
      ['/2', { version: 0, does: 'x' }, 400, /not understood/],
      ['/2', { version: 0, ...texts, more: 1 }, 400, /not understood/],
      ['/2', { version: -1, ...texts }, 400, /not understood/],
      ['/2', '{"version":', 400, /not understood/],
      ['/1', { version: 0, ...texts }, 403, /Only people who answer for this organisation/],
      ['/99', { version: 0, ...texts }, 404, /not part of this collaboration/],
      ['/1;drop', { version: 0, ...texts }, 404, /not part of this collaboration/],
    ];
    for (const [rest, body, status, sentence] of wrong) {
      const said = await refusal(rest, body);
      assert.equal(said.status, status, `${rest} ${JSON.stringify(body).slice(0, 80)}`);
      assert.match(said.detail, sentence);
    }
    assert.equal((await refusal('/2', JSON.stringify('x'.repeat(70_000)))).status, 413);
    assert.deepEqual(await page(), before);
  });

  it('keeps what people wrote as the text it is, and says how it stands to who was slower', async () => {
    const stored = (await page('/2', { version: 0, ...texts }))[1] ?? assert.fail();
    assert.deepEqual(
      { does: stored.does, reach: stored.reach, version: stored.version },
      { does: texts.does, reach: '=1+1', version: 1 },
    );
    const slower = await refusal('/2', { version: 0, ...texts, does: 'Written over it' }, { who: sampleFounder });
    assert.equal(slower.status, 409);
    assert.deepEqual(aboutPage.parse(slower.fresh).organisations[1], stored);
    assert.deepEqual(
      (await page('', undefined, { who: 'welfare-office-leader-1' })).map(({ mayWrite }) => mayWrite),
      [false, false, false, true],
    );
  });

  it('is written on the card too, where who was slower keeps what they typed and sees what stands there now', async function () {
    this.timeout(patience);
    const { id, form } = await press(member);
    assert.match(form, /Who we are: Municipality A/);
    assert.match(form, /Care/);
    await page('/2', { version: 1, ...texts, does: 'Changed in the tab' });
    const typed = { does: 'Typed on the card', doesNot: '', reach: '' };
    const behind = textOf(await app.teams.press(member, id, 'about.save', typed));
    assert.match(behind, /Somebody else has changed this/);
    assert.match(behind, /Changed in the tab/);
    assert.match(behind, /Typed on the card/);
    assert.equal((await page())[1]?.does, 'Changed in the tab');
    assert.match(textOf(await app.teams.press(member, id, 'about.save', typed)), /Saved\./);
    assert.deepEqual((await page())[1]?.does, 'Typed on the card');
  });
});
