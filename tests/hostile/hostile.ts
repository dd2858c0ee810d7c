import { parseArgs } from 'node:util';
import { mostGrowth, siege } from './siege.ts';
import { startTarget } from './target.ts';

/** `npm run hostile`, `npm run hostile -- --cases 2000 --seed 7`: ends with 1 where something went wrong. */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20261130' } },
});
const target = await startTarget();
const { wrong, stored, byKind, byStatus, ...found } = await siege(target, Number(values.cases), Number(values.seed), (line) => {
  process.stderr.write(`${line}\n`);
});
await target.stop();
console.table([{ ...byKind, 'in all': found.cases }]);
console.table([byStatus]);
console.table([
  {
    'had to be refused': found.mustRefuse,
    'rows they stored': Object.values(stored).reduce((sum, rows) => sum + Math.abs(rows), 0),
    'went wrong': wrong.length,
    crashes: found.crashes,
    'heap grew (MB)': Number((found.heapGrowth / 2 ** 20).toFixed(1)),
    seconds: found.seconds,
  },
]);
for (const one of wrong.slice(0, 20)) console.log(one);
if (Object.keys(stored).length > 0) console.log(stored);
process.exit(wrong.length > 0 || Object.keys(stored).length > 0 || found.heapGrowth > mostGrowth ? 1 : 0);
