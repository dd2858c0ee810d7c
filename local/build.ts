import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Vite takes a while to load and is mostly not needed. */
const build = async (config: InlineConfig): Promise<unknown> => (await import('vite')).build(config);

const root = join(import.meta.dirname, '..');
export const pageFolder = join(root, '.local', 'page');
export const tabFolder = join(root, 'dist', 'tab');

/** Time of the newest file below the given files and folders; 0 when there is none. Milliseconds since 1970. */
function newest(paths: string[]): number {
  const times = paths.filter(existsSync).flatMap((path) => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return [stat.mtimeMs];
    return [stat.mtimeMs, newest(readdirSync(path).map((name) => join(path, name)))];
  });
  return Math.max(0, ...times);
}

/** True when it had to build. */
async function buildIfOlder(output: string, sources: string[], run: () => Promise<unknown>): Promise<boolean> {
  const done = join(output, 'index.html');
  if (existsSync(done) && statSync(done).mtimeMs >= newest(sources)) return false;
  await run();
  return true;
}

export const buildPage = (): Promise<boolean> =>
  buildIfOlder(pageFolder, [join(root, 'local', 'page'), join(root, 'local', 'wire.ts')], () =>
    build({
      configFile: false,
      root: join(root, 'local', 'page'),
      logLevel: 'error',
      build: { outDir: pageFolder, emptyOutDir: true, target: 'es2023', modulePreload: false, chunkSizeWarningLimit: 2000 },
    }),
  );

/** Null while there is no tab to build. */
export async function buildTab(): Promise<boolean | null> {
  const tab = join(root, 'tab');
  const config = join(tab, 'vite.config.ts');
  if (!existsSync(config)) return null;
  const sources = [tab, join(root, 'bot', 'contracts'), join(root, 'locales')];
  return buildIfOlder(tabFolder, sources, () =>
    build({ configFile: config, root: tab, logLevel: 'error', build: { outDir: tabFolder, emptyOutDir: true } }),
  );
}
