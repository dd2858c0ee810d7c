import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf } from '../../sources.ts';
import type { Source } from '../../sources.ts';

/** Where it stands, and all the text of it. */
export type Statement = { readonly place: string; readonly text: string };

const sqlParts = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|;|[^-/';]+|[-/]/g;

/** The statements of SQL, bodies of functions taken apart like the rest, without comments; what strings hold stays in. */
export const statementsOfSql = (place: string, text: string): readonly Statement[] => {
  const found: string[] = [''];
  for (const [part] of text.matchAll(sqlParts)) {
    if (part === ';') found.push('');
    else if (!part.startsWith('--') && !part.startsWith('/*')) found.push(`${found.pop() ?? ''}${part}`);
  }
  return found.filter((one) => one.trim() !== '').map((one) => ({ place, text: one.trim() }));
};

const looksLikeSql = /\b(select|insert into|update|delete from|merge into|copy|truncate)\b/i;
const kyselyVerbs = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
  'with',
  'withRecursive',
]);

const isKyselyCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && kyselyVerbs.has(node.expression.name.text);

/** The whole chain this call stands in: `trx.selectFrom(...).innerJoin(...).execute()`. */
const chainOf = (node: ts.Node): ts.Node => {
  const { parent } = node;
  const goesOn =
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isCallExpression(parent) && parent.expression === node);
  return goesOn ? chainOf(parent) : node;
};

const textsIn = (node: ts.Node): string =>
  nodesOf(node)
    .filter((one) => ts.isStringLiteralLike(one) || ts.isTemplateHead(one) || ts.isTemplateMiddle(one) || ts.isTemplateTail(one))
    .map(({ text }) => text)
    .join(' ');

type Named = { readonly source: Source; readonly node: ts.Node };

const declared = ({ tree }: Source, name: string): readonly ts.Node[] =>
  nodesOf(tree).filter(
    (node) =>
      (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name) &&
      node.name.text === name,
  );

/** What a name stands for: a declaration of the same file, or of the file it is imported from. */
const meaningOf = (source: Source, name: string, sources: readonly Source[]): readonly Named[] => {
  for (const statement of source.tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    const one =
      bindings && ts.isNamedImports(bindings) ? bindings.elements.find((element) => element.name.text === name) : undefined;
    if (one === undefined) continue;
    const path = posix.join(posix.dirname(source.path), statement.moduleSpecifier.text);
    const from = sources.find((other) => other.path === path);
    return from ? declared(from, (one.propertyName ?? one.name).text).map((node) => ({ source: from, node })) : [];
  }
  return declared(source, name).map((node) => ({ source, node }));
};

/** The text of a statement with the fragments it is put together from, wherever they are declared. */
const wholeText = ({ source, node }: Named, sources: readonly Source[], seen: Set<ts.Node>): string => {
  if (seen.has(node)) return '';
  seen.add(node);
  const names = new Set(nodesOf(node).flatMap((one) => (ts.isIdentifier(one) ? [one.text] : [])));
  const fragments = [...names].flatMap((name) => meaningOf(source, name, sources));
  return [textsIn(node), ...fragments.map((fragment) => wholeText(fragment, sources, seen))].join(' ');
};

const holdsOther = (node: ts.Node): boolean => ts.isTaggedTemplateExpression(node.parent) || ts.isTemplateExpression(node.parent);

/** Every statement of a TypeScript file: `sql` templates and chains of Kysely with their fragments, and any other string that looks like SQL. */
export const statementsOf = (source: Source, sources: readonly Source[]): readonly Statement[] =>
  nodesOf(source.tree).flatMap((node) => {
    const place = `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText()))
      return [{ place, text: wholeText({ source, node }, sources, new Set()) }];
    if (isKyselyCall(node)) return [{ place, text: `select ${wholeText({ source, node: chainOf(node) }, sources, new Set())}` }];
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (!isText || holdsOther(node) || !looksLikeSql.test(textsIn(node))) return [];
    return statementsOfSql(place, textsIn(node));
  });
