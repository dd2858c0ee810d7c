import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

let built: Promise<string> | undefined;

/** Builds the tab once for all tests of this run, into a folder that goes when they end. */
export function builtTab(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(tmpdir(), 'tab-')));
  return built;
}

/** In a process of its own, as `npm run build` does it: inside the tests' own loader, vite leaves out the styles of pages fetched later. */
async function buildInto(folder: string): Promise<string> {
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const wishes = ['build', 'tab', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, ...wishes], { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } });
  return folder;
}
