import type { RoundFile } from '../contracts/round-file.ts';
import { changeSince, comparedCells } from '../domain/scoring/change-since.ts';
import type { PublishedRound } from '../domain/scoring/change-since.ts';
import { chooseMode } from '../domain/scoring/mode.ts';
import { pairedSumsOfRows } from '../domain/scoring/paired-sums-from-rows.ts';
import { publish } from '../domain/scoring/publish.ts';
import type { Results } from '../domain/scoring/results.ts';
import { sumsOfRows } from '../domain/scoring/sums-from-rows.ts';
import { roundFromFile } from './round-from-file.ts';
import type { Attempt, Read } from './round-from-file.ts';

const usage = 'Usage: npm run --silent results -- ROUND.json [--previous EARLIER.json]';

type Named = { readonly path: string; readonly previous?: string };

const namedIn = (argv: readonly string[]): Attempt<Named> => {
  const refuse = (sentence: string): Attempt<Named> => ({ wrong: [`${sentence} ${usage}`] });
  const at = argv.indexOf('--previous');
  const previous = at < 0 ? undefined : argv[at + 1];
  const words = argv.filter((_, place) => at < 0 || (place !== at && place !== at + 1));
  const option = words.find((word) => word.startsWith('-'));
  if (option === '--previous') return refuse('Name one earlier round only.');
  if (option !== undefined) return refuse(`There is no option ${JSON.stringify(option)}.`);
  if (at >= 0 && (previous === undefined || previous.startsWith('-'))) return refuse('Name the file of the earlier round.');
  const [path, another] = words;
  if (path === undefined) return refuse('Name the file of the round.');
  if (another !== undefined) return refuse('Name one file only.');
  return { value: previous === undefined ? { path } : { path, previous } };
};

type Files = { readonly round: RoundFile; readonly previous?: RoundFile };

/** Both files are looked through, also where one of them is wrong already. */
const filesOf = ({ path, previous }: Named, read: Read): Attempt<Files> => {
  if (previous === undefined) {
    const alone = roundFromFile(path, read, '');
    return 'wrong' in alone ? alone : { value: { round: alone.value } };
  }
  const [now, earlier] = [roundFromFile(path, read, `${path}: `), roundFromFile(previous, read, `${previous}: `)];
  if ('value' in now && 'value' in earlier) return { value: { round: now.value, previous: earlier.value } };
  return { wrong: [now, earlier].flatMap((file) => ('wrong' in file ? file.wrong : [])) };
};

const published = ({ mode, close, rows, ...round }: RoundFile): PublishedRound => {
  const sums = sumsOfRows(rows, close, round.audience);
  const results = publish({ ...round, mode: mode === 'auto' ? chooseMode(round) : mode, sums });
  return { audience: round.audience, results, answered: sums.answered };
};

const resultsOf = ({ round, previous }: Files): Results => {
  const now = published(round);
  if (previous === undefined) return now.results;
  const before = published(previous);
  const paired = pairedSumsOfRows(previous, round, comparedCells(before, now));
  return { ...now.results, change: changeSince(before, now, paired) };
};

/** No id may hold a control character, so this can only stand where it was put. */
const mark = '\u0000';

/** JavaScript moves keys that look like numbers to the front; marked, they stay in the order of the file. */
const asText = (results: Results, organisations: readonly string[]): string => {
  const inOrder = <T>(record: Readonly<Record<string, T>>): Record<string, T | undefined> =>
    Object.fromEntries(organisations.map((id) => [mark + id, record[id]]));
  const { response } = results;
  const ordered =
    results.mode === 'matrix'
      ? {
          ...results,
          response: inOrder(response),
          seenByOthers: inOrder(results.seenByOthers),
          seesOthers: inOrder(results.seesOthers),
        }
      : { ...results, response: inOrder(response), seen: inOrder(results.seen) };
  return JSON.stringify(ordered, undefined, 2).replaceAll('"\\u0000', '"');
};

/**
 * Prints what may be published of the round in a file, and with an earlier one the change since, and gives the exit status: 0;
 * or 2 with everything that is wrong on `complain` and nothing on `print`. `argv`: what was typed after the name of the command.
 */
export const resultsOfFile = (
  argv: readonly string[],
  read: Read,
  print: (text: string) => void,
  complain: (text: string) => void,
): 0 | 2 => {
  const refuse = (wrong: readonly string[]): 2 => {
    complain(`${wrong.join('\n')}\n`);
    return 2;
  };
  const named = namedIn(argv);
  if ('wrong' in named) return refuse(named.wrong);
  const files = filesOf(named.value, read);
  if ('wrong' in files) return refuse(files.wrong);
  print(`${asText(resultsOf(files.value), files.value.round.organisations)}\n`);
  return 0;
};
