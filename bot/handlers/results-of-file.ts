import { readRoundFile } from '../contracts/round-file.ts';
import type { RoundFile } from '../contracts/round-file.ts';
import { chooseMode } from '../domain/scoring/mode.ts';
import { publish } from '../domain/scoring/publish.ts';
import type { Results } from '../domain/scoring/results.ts';
import { sumsOfRows } from '../domain/scoring/sums-from-rows.ts';

const usage = 'Usage: npm run --silent results -- ROUND.json';

type Attempt<T> = { readonly value: T } | { readonly wrong: readonly string[] };

const pathOf = (argv: readonly string[]): Attempt<string> => {
  const option = argv.find((word) => word.startsWith('-'));
  if (option !== undefined) return { wrong: [`There is no option ${JSON.stringify(option)}. ${usage}`] };
  const [path, another] = argv;
  if (path === undefined) return { wrong: [`Name the file of the round. ${usage}`] };
  return another === undefined ? { value: path } : { wrong: [`Name one file only. ${usage}`] };
};

const whyNotRead: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  ERR_STRING_TOO_LONG: 'it is too big',
  ERR_FS_FILE_TOO_LARGE: 'it is too big',
};

const textOf = (path: string, read: (path: string) => string): Attempt<string> => {
  try {
    return { value: read(path).replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { wrong: [`${path} cannot be read: ${whyNotRead[code] ?? code}.`] };
  }
};

const roundOf = (path: string, text: string): Attempt<RoundFile> => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { wrong: [`${path} is not JSON.`] };
  }
  const read = readRoundFile(text, given);
  return 'round' in read ? { value: read.round } : read;
};

const resultsOf = ({ mode, close, rows, ...round }: RoundFile): Results =>
  publish({
    ...round,
    mode: mode === 'auto' ? chooseMode(round) : mode,
    sums: sumsOfRows(rows, close, round.audience),
  });

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
 * Prints what may be published of the round in a file, and gives the exit status: 0; or 2 with everything that is wrong on
 * `complain` and nothing on `print`. `argv`: what was typed after the name of the command.
 */
export const resultsOfFile = (
  argv: readonly string[],
  read: (path: string) => string,
  print: (text: string) => void,
  complain: (text: string) => void,
): 0 | 2 => {
  const refuse = (wrong: readonly string[]): 2 => {
    complain(`${wrong.join('\n')}\n`);
    return 2;
  };
  const path = pathOf(argv);
  if ('wrong' in path) return refuse(path.wrong);
  const text = textOf(path.value, read);
  if ('wrong' in text) return refuse(text.wrong);
  const round = roundOf(path.value, text.value);
  if ('wrong' in round) return refuse(round.wrong);
  print(`${asText(resultsOf(round.value), round.value.organisations)}\n`);
  return 0;
};
