import { answers, withRatios } from './answers.ts';
import { close } from './close.ts';
import { extension } from './extension.ts';
import { gate } from './gate.ts';
import { nudging } from './nudges.ts';
import { tab } from './tab.ts';

/** `npm run bench -- answers`, `-- close`, `-- extension`, `-- gate`, `-- nudges`, `-- tab`: measures here and now; a table for people, JSON with `--json`. Nothing is asserted. */
const benches = { answers: async () => withRatios(await answers()), close, extension, gate, nudges: nudging, tab } as const;

const [name = '', ...options] = process.argv.slice(2);
if (!(name in benches)) {
  console.error(`which bench? one of: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const rows = await benches[name as keyof typeof benches](options);
if (options.includes('--json')) console.log(JSON.stringify(rows, undefined, 2));
else console.table(rows);
