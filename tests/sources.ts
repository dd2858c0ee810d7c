import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const root = new URL('../', import.meta.url);

/** `path` from the root of the repository, such as bot/domain/round.ts. */
export type Source = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile };

export const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  );

/** Every TypeScript file of these folders, parsed. */
export const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders
    .flatMap(filesIn)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(new URL(path, root), 'utf8');
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    });

/** Every node of a file, outer ones first. */
export const nodesOf = (node: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [node];
  ts.forEachChild(node, (child) => void found.push(...nodesOf(child)));
  return found;
};
