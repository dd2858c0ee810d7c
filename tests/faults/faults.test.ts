import assert from 'node:assert/strict';
import { administrator } from './bed.ts';
import { bundledServer } from './bundle.ts';
import { clockJumps } from './clock-jumps.ts';
import { connectorFails } from './connector-fails.ts';
import { databaseGone } from './database-gone.ts';
import { diskFull, mayMount } from './disk-full.ts';
import { wrong } from './found.ts';
import type { Row } from './found.ts';
import { kill } from './kill.ts';
import { rollingRestart } from './rolling-restart.ts';

const seed = 20_261_130;
const kills = 6;

/** A small part of `npm run faults`, which says what each of them does. */
describe('what was acknowledged is kept, nothing is sent twice, and nothing is half set up', function () {
  this.timeout(600_000);
  let file: string;
  let remove: (() => void) | undefined;
  before(async () => {
    ({ file, remove } = await bundledServer());
  });
  after(() => remove?.());

  const kept = (row: Row): void => {
    assert.equal(wrong(row), 0, JSON.stringify(row));
    assert.ok(row.acknowledged > 0, `nothing was acknowledged, so nothing was tried: ${JSON.stringify(row)}`);
    assert.equal(
      row.sent + row.unknown + row.failed + row.waiting,
      row.messages,
      'everything meant for somebody has a row that says what became of it',
    );
  };
  const onServer = (rule: string, run: () => Promise<Row>): void => {
    if (administrator === undefined) it.skip(`${rule}: set TEST_DATABASE_URL to run this too`);
    else
      it(rule, async () => {
        kept(await run());
      });
  };

  it('when the one server with its embedded database is killed', async () => {
    kept(await kill('embedded', kills, seed, file));
  });
  onServer('when three servers on one database are killed', () => kill('server', kills * 2, seed, file));
  onServer('when the database goes and comes back, and the same process goes on', async () => {
    const row = await databaseGone(2, seed, file);
    assert.match(row.note, /the same process went on/);
    return row;
  });
  it('when Teams refuses, fails, falls silent or answers nonsense', async () => {
    kept(await connectorFails('embedded', 4, seed, file));
  });
  it('when the clock jumps an hour forwards and back', async () => {
    kept(await clockJumps(2, seed, file));
  });
  if (mayMount)
    it('when the disk is full', async () => {
      kept(await diskFull(2, seed, file));
    });
  else it.skip('when the disk is full: nobody may mount a small one here');
  onServer('when servers are replaced one after the other', () => rollingRestart(2, seed, file));
});
