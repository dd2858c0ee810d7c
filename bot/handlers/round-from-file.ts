import { readRoundFile } from '../contracts/round-file.ts';
import type { RoundFile } from '../contracts/round-file.ts';

/** A value, or everything that is wrong, a sentence each. */
export type Attempt<T> = { readonly value: T } | { readonly wrong: readonly string[] };

/** The text of a file as it lies on the disk; throws what node:fs throws. */
export type Read = (path: string) => string;

const whyNotRead: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  ERR_STRING_TOO_LONG: 'it is too big',
  ERR_FS_FILE_TOO_LARGE: 'it is too big',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
};

const textOf = (path: string, read: Read): Attempt<string> => {
  try {
    return { value: read(path).replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { wrong: [`${path} cannot be read: ${whyNotRead[code] ?? code}.`] };
  }
};

/** Reads one round file. What is wrong inside it starts with `prefix`, which is to tell two files apart. */
export const roundFromFile = (path: string, read: Read, prefix: string): Attempt<RoundFile> => {
  const text = textOf(path, read);
  if ('wrong' in text) return text;
  let given: unknown;
  try {
    given = JSON.parse(text.value);
  } catch {
    return { wrong: [`${path} is not JSON.`] };
  }
  const file = readRoundFile(text.value, given);
  return 'round' in file ? { value: file.round } : { wrong: file.wrong.map((sentence) => prefix + sentence) };
};
