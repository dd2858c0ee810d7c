import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** A script of this folder as one file of plain JavaScript, which starts in a third of a second; in a folder of its own. */
export const bundled = async (script: string): Promise<{ readonly file: string; readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-bundle-'));
  // rrule has one form for bundlers and another for Node; the servers meet the second.
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['pg-native', '@electric-sql/pglite', 'rrule'] },
    build: {
      ssr: join(import.meta.dirname, script),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'esm', codeSplitting: false, entryFileNames: 'script.mjs' } },
    },
  });
  cpSync(join(root, 'bot/adapters/store/migrations'), join(folder, 'migrations'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    file: join(folder, 'script.mjs'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
