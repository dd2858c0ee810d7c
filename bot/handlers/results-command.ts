import { readFileSync } from 'node:fs';
import { resultsOfFile } from './results-of-file.ts';

// A reader that has seen enough (`results ROUND.json | head`) closes the pipe; that is no error of ours.
const isClosed = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (isClosed(error)) return;
  process.exitCode = 2;
  process.stderr.write(`The results could not be written: ${error.message}.\n`);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (!isClosed(error)) process.exitCode = 2;
});

// A byte that is no UTF-8 would become the same sign in two different ids.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

process.exitCode = resultsOfFile(
  process.argv.slice(2),
  (path) => utf8.decode(readFileSync(path)),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
