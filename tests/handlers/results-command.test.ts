import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ids = Array.from({ length: 40 }, (_, place) => `O${place}`);
const round = {
  k: 3,
  audience: ['leader'],
  organisations: Object.fromEntries(ids.map((id) => [id, 'Sample'])),
  invited: Object.fromEntries(ids.map((id) => [id, { leader: 3 }])),
  close: '2026-02-06T15:00:00Z',
  rows: [],
};

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as a process of its own. `patience`: how much output is read before the reader goes away. */
const command = async (path: string, patience = Infinity, ...more: readonly string[]): Promise<Ended> =>
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bot/handlers/results-command.ts', path, ...more]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length > patience) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });

describe('the results command', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'round-'));
  const file = join(folder, 'ROUND.json');
  before(() => {
    writeFileSync(file, JSON.stringify(round));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints all results, however long, and exits 0', async () => {
    const { code, out, err } = await command(file);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(Object.keys((JSON.parse(out) as { cells: object }).cells).length, 40 * 39);
  });

  it('says what is wrong on standard error alone and exits 2', async () => {
    assert.deepEqual(await command(folder), { code: 2, out: '', err: `${folder} cannot be read: it is a folder.\n` });
  });

  it('takes an earlier round beside it', async () => {
    const { code, out } = await command(file, Infinity, '--previous', file);
    const { change } = JSON.parse(out) as { change: unknown };
    assert.deepEqual([code, change], [0, { label: 'too few to tell', cells: {} }]);
  });

  it('refuses bytes that are no text', async () => {
    const bytes = join(folder, 'bytes.json');
    writeFileSync(bytes, Buffer.from([0x7b, 0xff, 0x7d]));
    assert.deepEqual(await command(bytes), { code: 2, out: '', err: `${bytes} cannot be read: it is not UTF-8.\n` });
  });

  it('ends in peace when its reader has seen enough', async () => {
    const { code, out, err } = await command(file, 1);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(out.length < 200_000);
  });
});
