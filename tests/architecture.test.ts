import assert from 'node:assert/strict';
import { posix } from 'node:path';
import ts from 'typescript';
import { filesIn, nodesOf, sourcesIn } from './sources.ts';
import type { Source } from './sources.ts';

/** Left may import right. `~`: types only; `*`: any package. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'bot/index': ['bot/container', 'bot/settings'],
  'bot/container': ['bot/handlers', 'bot/adapters', 'bot/usecases', 'bot/contracts', 'bot/ports', 'bot/settings', '*'],
  'bot/settings': ['zod'],
  'bot/errors': [],
  'bot/domain': ['bot/domain'],
  'bot/contracts': ['bot/contracts', '~bot/domain', 'zod'],
  'bot/ports': ['~bot/ports', '~bot/domain', '~bot/contracts'],
  'bot/usecases': ['bot/usecases', 'bot/domain', 'bot/errors', '~bot/ports', '~bot/contracts'],
  'bot/handlers': [
    ...['bot/handlers', 'bot/usecases', 'bot/contracts', 'bot/domain', 'bot/errors', '~bot/ports', 'adaptiveCards', 'locales'],
    ...['botbuilder', 'restify', 'zod', 'node:fs', 'node:crypto', 'node:http', '~node:http', '~node:events', '~node:stream'],
  ],
  'bot/adapters': ['bot/adapters', 'bot/ports', 'bot/domain', 'bot/contracts', 'adaptiveCards', 'locales', '~bot/settings', '*'],
  adaptiveCards: ['adaptiveCards', 'bot/domain', 'bot/contracts', 'locales', '~@microsoft/teams.cards'],
  locales: ['locales', 'i18next'],
  tab: ['tab', 'bot/contracts', 'locales', '*'],
  local: ['local', 'bot/contracts', '*'],
};

/** Both SDKs are at their end: few files know them. The database has one place. */
const onlyIn: readonly (readonly [RegExp, RegExp])[] = [
  [/^(botbuilder|botframework-|@microsoft\/teamsfx|restify)/, /^bot\/(handlers\/|adapters\/|container\.ts)/],
  [/^(pg|kysely|pg-boss|@electric-sql\/)/, /^bot\/adapters\//],
  [/^@microsoft\/teamsfx/, /^bot\/adapters\/teams\/register\.ts$/],
];

const sources = sourcesIn(
  ...Object.keys(mayImport)
    .map((layer) => layer.split('/')[0] ?? '')
    .filter((folder, at, all) => all.indexOf(folder) === at),
);
const layerOf = (path: string): string => /^(bot\/[^/.]+|adaptiveCards|locales|tab|local)(?=[/.])/.exec(path)?.[1] ?? path;

/** What a file imports: as a layer of this repository, or as the name of a package; `~` where it takes types only. */
const importsOf = ({ path, text, tree }: Source) => {
  const typesOnly = nodesOf(tree).flatMap((node) => {
    if (ts.isImportDeclaration(node))
      return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? [node.moduleSpecifier] : [];
    return ts.isExportDeclaration(node) && node.isTypeOnly && node.moduleSpecifier ? [node.moduleSpecifier] : [];
  });
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
    const name = fileName.startsWith('.') ? layerOf(posix.join(posix.dirname(path), fileName)) : fileName;
    return { name, types: typesOnly.some((one) => one.pos <= pos && pos <= one.end) };
  });
};

const isAllowed = (path: string, { name, types }: { name: string; types: boolean }): boolean => {
  const allowed = mayImport[layerOf(path)] ?? [];
  const isPackage = !/^(bot|adaptiveCards|locales|tab|local|tests)(\/|$)/.test(name);
  return allowed.includes(name) || (types && allowed.includes(`~${name}`)) || (isPackage && allowed.includes('*'));
};

describe('the shape of the repository', () => {
  it('reads every file of the app', () => {
    const read = new Set(sources.map(({ path }) => layerOf(path)));
    assert.deepEqual([...read].sort(), Object.keys(mayImport).sort());
    assert.ok(sources.flatMap(importsOf).length > 300);
  });

  it('imports in one direction', () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter((found) => !isAllowed(source.path, found))
        .map(({ name, types }) => `${source.path} imports ${types ? '~' : ''}${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('would notice an import that goes the wrong way', () => {
    const text = `import type { Store } from '../ports/store.ts';\nexport { z } from 'zod';\nconst os = await import('node:os');\nimport type { Answer } from './round.ts';`;
    const path = 'bot/domain/sample.ts';
    const found = importsOf({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) });
    const expected = [
      { name: 'bot/ports', types: true },
      { name: 'zod', types: false },
      { name: 'node:os', types: false },
    ];
    assert.deepEqual(
      found.filter((one) => !isAllowed(path, one)).sort((one, other) => one.name.localeCompare(other.name)),
      expected.sort((one, other) => one.name.localeCompare(other.name)),
    );
  });

  for (const [packages, places] of onlyIn) {
    it(`keeps ${packages.source} in ${places.source}`, () => {
      const users = sources.filter((source) => importsOf(source).some(({ name }) => packages.test(name))).map(({ path }) => path);
      assert.deepEqual(
        users.filter((path) => path.startsWith('bot/') && !places.test(path)),
        [],
      );
      assert.ok(users.some((path) => places.test(path)));
    });
  }

  it('reads the environment at the start, and the time where it is an argument', () => {
    const found = (folder: string, pattern: RegExp): readonly string[] =>
      sources.filter(({ path, text }) => path.startsWith(folder) && pattern.test(text)).map(({ path }) => path);
    assert.deepEqual(found('bot/', /process\.env\b|process\[/), ['bot/index.ts']);
    for (const folder of ['bot/domain/', 'bot/usecases/'])
      assert.deepEqual(found(folder, /Date\.now\(|new Date\(\)|performance\.|Math\.random/), []);
  });

  it('finds a collaboration at few doors: without the id they give no call of the store compiles, and nothing else makes one', () => {
    const finds = /\.(linkOf|collaborationNamed|collaborationOfJob|collaborationsOf|createCollaboration|useLinkCode)\(/;
    const matching = (pattern: RegExp, at: RegExp): readonly string[] =>
      sources.filter(({ path, text }) => at.test(path) && pattern.test(text)).map(({ path }) => path);
    assert.deepEqual(matching(finds, /^bot\/(usecases|handlers)\//).toSorted(), [
      'bot/handlers/clock.ts',
      'bot/usecases/all.ts',
      'bot/usecases/extension/follow-link.ts',
      'bot/usecases/extension/where.ts',
      'bot/usecases/gate.ts',
      'bot/usecases/linking/ask-link.ts',
      'bot/usecases/personal/own-collaborations.ts',
      'bot/usecases/setup/set-up-collaboration.ts',
    ]);
    assert.deepEqual(matching(/\b(as|is) CollaborationId\b/, /^bot\//), ['bot/adapters/store/collaborations.ts']);
  });

  it('has no drawer for odds and ends, and no file that only passes things on', () => {
    const paths = ['bot', 'adaptiveCards', 'locales', 'tab', 'local', 'tests'].flatMap(filesIn);
    assert.deepEqual(
      paths.filter((path) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.ts|$)/.test(path)),
      [],
    );
    assert.deepEqual(
      paths.filter((path) => /\/index\.tsx?$/.test(path)),
      ['bot/index.ts'],
    );
    const barrels = sources.filter(({ tree }) => tree.statements.length > 0 && tree.statements.every(ts.isExportDeclaration));
    assert.deepEqual(
      barrels.map(({ path }) => path),
      [],
    );
  });

  it('keeps its files short', () => {
    const lengths = sourcesIn('bot', 'adaptiveCards').map(({ path, text }) => ({ path, lines: text.split('\n').length }));
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > 260),
      [],
    );
    const inOrder = lengths.map(({ lines }) => lines).sort((one, other) => one - other);
    assert.ok((inOrder[Math.floor(inOrder.length / 2)] ?? Infinity) < 100);
  });
});
