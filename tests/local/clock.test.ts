import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { DateTime } from 'luxon';
import { movedTo } from '../../local/clock.ts';
import { setting } from '../../local/wire.ts';
import type { ClockWish } from '../../local/wire.ts';
import { copiedFolder, patience } from '../store-engines.ts';
import { startTinyBot } from './tiny-bot.ts';

const at = (text: string): number => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toMillis();

describe('the clock here', () => {
  it('moves a day, to the next working morning, or to a date, and never back', () => {
    const said = (now: string, wish: ClockWish): string | undefined => {
      const to = movedTo(at(now), wish);
      return to === undefined ? undefined : DateTime.fromMillis(to, { zone: 'Europe/Oslo' }).toFormat("yyyy-MM-dd'T'HH:mm");
    };
    assert.equal(said('2026-08-03T09:12', { by: 'day' }), '2026-08-04T09:12');
    assert.equal(said('2026-08-07T09:12', { by: 'working day' }), '2026-08-10T09:00', 'over the weekend');
    assert.equal(said('2026-12-24T12:00', { by: 'working day' }), '2026-12-28T09:00', 'over Christmas');
    assert.equal(said('2026-08-03T08:00', { by: 'date', date: '2026-08-03' }), '2026-08-03T09:00');
    assert.equal(said('2026-08-03T09:12', { by: 'date', date: '2026-08-03', time: '15:35' }), '2026-08-03T15:35');
    assert.equal(said('2026-08-03T09:12', { by: 'date', date: '2026-08-03' }), undefined);
    assert.equal(said('2026-08-03T09:12', { by: 'date', date: '2029-01-01' }), undefined);
  });

  it('is asked for in a request, told to the app, kept over a restart, and tokens are of its time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-ground-clock-'));
    const told: number[] = [];
    const options = { stateFile: join(folder, 'teams.json'), clockMoved: (ahead: number) => void told.push(ahead) };
    const bot = await startTinyBot('clock', options);
    const post = (body: unknown) => fetch(`${bot.teams.url}/local/clock`, { method: 'POST', body: JSON.stringify(body) });
    assert.equal((await post({ by: 'day' })).status, 200);
    for (const wrong of [{ by: 'year' }, { by: 'date', date: 'soon' }, { by: 'date', date: '2001-01-01' }])
      assert.equal((await post(wrong)).status, 400, JSON.stringify(wrong));
    assert.equal(told.length, 1);
    const near = (ahead: number | undefined) => Math.abs((ahead ?? 0) - 86_400_000) < 5_000;
    assert.ok(near(told[0]));
    assert.ok(near(bot.teams.world.now() - Date.now()));
    const [, claims = ''] = (await bot.teams.token('hospital-trust-leader-1')).split('.');
    const { iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number };
    assert.ok(near(iat * 1_000 - Date.now()));
    await bot.stop();
    const again = await startTinyBot('clock', options);
    const { clockAhead } = setting.parse(await (await fetch(`${again.teams.url}/local/setting`)).json());
    assert.equal(clockAhead, told[0]);
    await again.stop();
    rmSync(folder, { recursive: true });
  });

  it('is that of the app, its database and its queue: what waits a day is done when the clock is moved by a day', async function () {
    this.timeout(patience);
    const folder = await copiedFolder();
    const moved = pathToFileURL(join(import.meta.dirname, '..', '..', 'local', 'moved-clock.mjs')).href;
    const child = spawn(
      process.execPath,
      ['--import', moved, '--import', 'tsx', join(import.meta.dirname, 'clock-child.ts'), folder],
      { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
    );
    const gone = once(child, 'exit');
    const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'waiting');
    const ahead = 86_400_000 + 60_000;
    child.send({ clockAhead: ahead });
    const [word, ...clocks] = String((await lines.next()).value).split(' ');
    assert.equal(word, 'done');
    assert.equal(clocks.length, 3);
    for (const clock of clocks) assert.ok(Math.abs(Number(clock) - Date.now() - ahead) < 10_000, clock);
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
});
