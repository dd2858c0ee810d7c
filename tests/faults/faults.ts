import { parseArgs } from 'node:util';
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

/** `times` of a full run, and what happens; on a server where there is one. Empty: it cannot be tried here. */
const faults: Readonly<
  Record<
    string,
    { readonly times: number; readonly run: (times: number, seed: number, file: string) => readonly (() => Promise<Row>)[] }
  >
> = {
  'kill-embedded': { times: 500, run: (times, seed, file) => [() => kill('embedded', times, seed, file)] },
  'kill-server': {
    times: 500,
    run: (times, seed, file) => (administrator === undefined ? [] : [() => kill('server', times, seed, file)]),
  },
  database: {
    times: 30,
    run: (times, seed, file) => (administrator === undefined ? [] : [() => databaseGone(times, seed, file)]),
  },
  connector: { times: 30, run: (times, seed, file) => [() => connectorFails('embedded', times, seed, file)] },
  clock: { times: 10, run: (times, seed, file) => [() => clockJumps(times, seed, file)] },
  disk: { times: 10, run: (times, seed, file) => (mayMount ? [() => diskFull(times, seed, file)] : []) },
  rolling: {
    times: 10,
    run: (times, seed, file) => (administrator === undefined ? [] : [() => rollingRestart(times, seed, file)]),
  },
};

/**
 * `npm run faults`, `npm run faults -- kill --times 20 --seed 7 --json`: what happens to what was acknowledged, sent and set up. Ends with 1
 * where something was lost, is there twice, or is half there. With TEST_DATABASE_URL on a server too.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string' },
    seed: { type: 'string', default: '20261130' },
    json: { type: 'boolean', default: false },
  },
});
/** `kill` is both. */
const isMeant = (name: string, wished: string): boolean => name === wished || name.startsWith(`${wished}-`);
const unknown = positionals.find((wished) => !Object.keys(faults).some((name) => isMeant(name, wished)));
if (unknown !== undefined) {
  console.error(`which fault? any of: ${Object.keys(faults).join(', ')}`);
  process.exit(2);
}
const bundle = await bundledServer();
process.once('exit', bundle.remove);
const rows: Row[] = [];
for (const [name, { times, run }] of Object.entries(faults)) {
  if (positionals.length > 0 && !positionals.some((wished) => isMeant(name, wished))) continue;
  const runs = run(Number(values.times ?? times), Number(values.seed), bundle.file);
  if (runs.length === 0) console.error(`${name}: not tried here (a server: TEST_DATABASE_URL; a full disk: root)`);
  for (const one of runs) {
    const row = await one();
    rows.push(row);
    console.error(JSON.stringify(row));
  }
}
if (values.json) console.log(JSON.stringify(rows, undefined, 2));
else {
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'note' && name !== 'refused'))),
  );
  for (const { fault, engine, note, refused } of rows)
    console.log(`${fault}, ${engine}: ${note}. Refused meanwhile: ${refused === '' ? 'nothing' : refused}.`);
}
process.exit(rows.some((row) => wrong(row) > 0) ? 1 : 0);
