import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import importEn from '../../locales/import.en.json' with { type: 'json' };
import importNb from '../../locales/import.nb.json' with { type: 'json' };
import methodEn from '../../locales/method.en.json' with { type: 'json' };
import methodNb from '../../locales/method.nb.json' with { type: 'json' };
import presentEn from '../../locales/present.en.json' with { type: 'json' };
import presentNb from '../../locales/present.nb.json' with { type: 'json' };
import manageEn from '../../locales/manage.en.json' with { type: 'json' };
import manageNb from '../../locales/manage.nb.json' with { type: 'json' };
import meetingEn from '../../locales/meeting.en.json' with { type: 'json' };
import meetingNb from '../../locales/meeting.nb.json' with { type: 'json' };
import en from '../../locales/tab.en.json' with { type: 'json' };
import nb from '../../locales/tab.nb.json' with { type: 'json' };
import { languageOf } from '../../tab/language.ts';
import { wordsIn } from '../../tab/words.ts';

type Sentences = Readonly<Record<string, string>>;
const folder = new URL('../../tab/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
const screens = files.filter((name) => name.endsWith('.tsx'));
const dictionaries: readonly (readonly [Sentences, Sentences])[] = [
  [en, nb],
  [importEn, importNb],
  [methodEn, methodNb],
  [presentEn, presentNb],
  [manageEn, manageNb],
  [meetingEn, meetingNb],
];
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
    for (const [english, norwegian] of dictionaries) {
      assert.deepEqual(Object.keys(norwegian), Object.keys(english));
      for (const [key, sentence] of Object.entries(english))
        assert.deepEqual(blanks(norwegian[key] ?? ''), blanks(sentence), key);
    }
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
    const code = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const used = (key: string): boolean => {
      const bare = key.replace(/_(one|other)$/, '');
      if (code.includes(`'${bare}'`)) return true;
      const parts = bare.split('.');
      return parts.slice(1).some((_, at) => code.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`));
    };
    assert.deepEqual(
      dictionaries.flatMap(([english]) => Object.keys(english)).filter((key) => !used(key)),
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
