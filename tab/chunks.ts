import type { Plugin, Rolldown } from 'vite';

/** Every module a script needs before it can run. */
function reachedFrom(start: string, of: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const next of of(id)) reached.add(next);
  return reached;
}

/**
 * Two scripts before the first screen, not one for each piece that some later page shares: `start` asks Teams and the server, `main` draws.
 * Pages that are fetched later stay as they are.
 */
export function firstChunks(folder: string): Plugin & { readonly groups: Rolldown.CodeSplittingGroup[] } {
  const main = `${folder}main.tsx`;
  const group = (name: string, entry: string, priority: number): Rolldown.CodeSplittingGroup => {
    let reached: ReadonlySet<string> | undefined;
    return {
      name: (id, context) => {
        reached ??= reachedFrom(entry, (of) => context.getModuleInfo(of)?.importedIds ?? []);
        return reached.has(id) ? name : null;
      },
      priority,
    };
  };
  return {
    name: 'two scripts before the first screen',
    groups: [group('start', `${folder}start.ts`, 2), group('main', main, 1)],
    // What draws is fetched while what asks runs.
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const drawing = Object.values(bundle).find((one) => one.type === 'chunk' && one.moduleIds.includes(main));
        const needed = drawing?.type === 'chunk' ? [drawing.fileName, ...drawing.imports] : [];
        return needed.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
