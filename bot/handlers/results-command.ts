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

process.exitCode = resultsOfFile(
  process.argv.slice(2),
  (path) => readFileSync(path, 'utf8'),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
