import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
const tab = fileURLToPath(new URL('../../tab', import.meta.url));

let built: Promise<string> | undefined;

/** Builds the tab once for all tests of this run, into a folder that goes when they end. */
export function builtTab(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(tmpdir(), 'tab-')));
  return built;
}

/** A page beside the tab, built the same way. @param root its folder, with an index.html */
export const builtPage = (root: string): Promise<string> => buildInto(mkdtempSync(join(tmpdir(), 'page-')), root, '--base', './');

/** As `npm run build` does it. Called inside mocha, vite leaves out what fetches the styles of a part that is fetched later. */
async function buildInto(folder: string, root = tab, ...more: readonly string[]): Promise<string> {
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const how = ['build', root, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error', '--mode', 'production', ...more];
  await promisify(execFile)(process.execPath, [vite, ...how]);
  return folder;
}
