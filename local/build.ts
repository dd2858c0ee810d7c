import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Vite takes a while to load and is mostly not needed. */
const build = async (config: InlineConfig): Promise<unknown> => (await import('vite')).build(config);

const root = join(import.meta.dirname, '..');
export const pageFolder = join(root, '.local', 'page');
export const serverEntry = join(root, 'dist', 'server', 'bot', 'index.js');
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
async function buildIfOlder(done: string, sources: string[], run: () => Promise<unknown>): Promise<boolean> {
  if (existsSync(done) && statSync(done).mtimeMs >= newest(sources)) return false;
  await run();
  return true;
}

export const buildPage = (): Promise<boolean> =>
  buildIfOlder(join(pageFolder, 'index.html'), [join(root, 'local', 'page'), join(root, 'local', 'wire.ts')], () =>
    build({
      configFile: false,
      root: join(root, 'local', 'page'),
      logLevel: 'error',
      build: { outDir: pageFolder, emptyOutDir: true, target: 'es2023', modulePreload: false, chunkSizeWarningLimit: 2000 },
    }),
  );

/** The server as it runs anywhere else: plain JavaScript, which starts seconds sooner than its sources. */
export const buildServer = (): Promise<boolean> => {
  const config = join(root, 'vite.config.ts');
  const sources = ['bot', 'adaptiveCards', 'locales', 'vite.config.ts'].map((name) => join(root, name));
  return buildIfOlder(serverEntry, sources, () => build({ configFile: config, logLevel: 'error' }));
};

export const buildTab = (): Promise<boolean> => {
  const tab = join(root, 'tab');
  const sources = [tab, join(root, 'bot', 'contracts'), join(root, 'locales')];
  return buildIfOlder(join(tabFolder, 'index.html'), sources, () =>
    build({
      configFile: join(tab, 'vite.config.ts'),
      root: tab,
      logLevel: 'error',
      build: { outDir: tabFolder, emptyOutDir: true },
    }),
  );
};
