import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import en from '../../locales/tab.en.json' with { type: 'json' };
import nb from '../../locales/tab.nb.json' with { type: 'json' };
import { languageOf, wordsIn } from '../../tab/words.ts';

const folder = new URL('../../tab/', import.meta.url);
const screens = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
const read = ['aria-label', 'title', 'alt', 'placeholder', 'label'];
const blanks = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** Words a person would read that are written into a screen instead of the dictionary. */
function wordsWrittenInto(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) found.push(node.expression.text);
    if (
      ts.isJsxAttribute(node) &&
      read.includes(node.name.getText(source)) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found.filter((text) => /\p{L}/u.test(text));
}

describe('the words of the tab', () => {
  it('has every sentence in both languages, with the same blanks', () => {
    assert.deepEqual(Object.keys(nb), Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) assert.deepEqual(blanks(nb[key]), blanks(en[key]), key);
  });

  it('writes no sentence into a screen', () => {
    assert.ok(screens.length > 5);
    for (const name of screens) {
      const source = ts.createSourceFile(
        name,
        readFileSync(new URL(name, folder), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
        ts.ScriptKind.TSX,
      );
      assert.deepEqual(wordsWrittenInto(source), [], name);
    }
  });

  it('uses every sentence it has', () => {
    const code = readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const used = (key: string): boolean => {
      const bare = key.replace(/_(one|other)$/, '');
      if (code.includes(`'${bare}'`)) return true;
      const parts = bare.split('.');
      return parts.slice(1).some((_, at) => code.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`));
    };
    assert.deepEqual(
      Object.keys(en).filter((key) => !used(key)),
      [],
    );
  });

  it('speaks Norwegian to every Norwegian reader and English to everybody else', () => {
    assert.deepEqual(['nb-no', 'nn-NO', 'no', 'NB'].map(languageOf), ['nb', 'nb', 'nb', 'nb']);
    assert.deepEqual(['en-us', 'de-de', 'nl-nl', ''].map(languageOf), ['en', 'en', 'en', 'en']);
  });

  it('counts one and many with the right form', () => {
    const say = wordsIn('en');
    assert.equal(say('cell.answers', { count: 1 }), '1 answer');
    assert.equal(say('cell.answers', { count: 2 }), '2 answers');
    assert.equal(wordsIn('nb')('cell.answers', { count: 2 }), '2 svar');
  });

  it('shows a name as it was written, whatever signs it holds', () => {
    assert.equal(wordsIn('en')('matrix.row', { organisation: 'Care & <Cure>' }), 'How Care & <Cure> sees');
  });
});
