import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

/** Builds the tab once for all tests of this run, into a folder that goes when they end. */
export function builtTab(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(tmpdir(), 'tab-')));
  return built;
}

async function buildInto(folder: string): Promise<string> {
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const configFile = fileURLToPath(new URL('../../tab/vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error', mode: 'production', build: { outDir: folder, emptyOutDir: true } });
  return folder;
}
