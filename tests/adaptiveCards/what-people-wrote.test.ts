import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { plain } from '../../adaptiveCards/parts.ts';
import { built, leaves } from './built-cards.ts';
import { tricks } from './written.ts';

const reader = new MarkdownIt('default', { html: false });
const tagsIn = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** What a person reads of markdown. */
const read = (html: string): string =>
  oneLine(
    html
      .replace(/<[^>]*>/g, '')
      .replace(
        /&(lt|gt|quot|amp);/g,
        (_, name: 'lt' | 'gt' | 'quot' | 'amp') => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name],
      ),
  );

describe('what people wrote', function () {
  this.timeout(60_000);

  it('stands on every card as they wrote it, and nothing they wrote does anything', () => {
    for (const { language, before, after } of built) {
      for (const { written, cards } of after) {
        const inTheirWords = (text: string): string =>
          text.replace(
            /Sample (purpose|statement)|Sample organisation (\d\d)/g,
            (_, what: 'purpose' | 'statement' | undefined, at: string) =>
              what === undefined ? (written.names[Number(at) - 1] ?? '') : written[what],
          );
        for (const [name, card] of Object.entries(cards)) {
          const plainLeaves = leaves(before[name] ?? {});
          assert.equal(plainLeaves.length, leaves(card).length, name);
          for (const [at, { path, text, markdown }] of leaves(card).entries()) {
            const plainText = plainLeaves[at]?.text ?? '';
            const where = `${name} (${language}) ${path}`;
            if (!markdown) assert.equal(text, inTheirWords(plainText), where);
            else {
              assert.deepEqual(tagsIn(reader.render(text)), tagsIn(reader.render(plainText)), where);
              assert.equal(read(reader.render(text)), oneLine(inTheirWords(read(reader.render(plainText)))), where);
            }
          }
        }
      }
    }
  });

  it('is read as it is written, whatever it is', () => {
    const signs = fc.constantFrom(...'\\ ` * _ { } [ ] ( ) # + - . ! | < > ~ & ; : / " \' = $ a x 1'.split(' '), ' ', '\n');
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs, maxLength: 40 }), fc.constantFrom(...tricks));
    fc.assert(
      fc.property(text, (written) => {
        const html = reader.render(plain(written));
        assert.deepEqual(
          tagsIn(html).filter((tag) => !/^<\/?p>$/.test(tag)),
          [],
        );
        assert.equal(read(html), oneLine(written));
        // Phones read a link in spite of the backslash before its brackets.
        assert.ok(!plain(written).includes(']('));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no backslash before signs that stand for themselves: phones would show it', () => {
    for (const name of [
      'St. Olavs hospital (HF) - avd. 2!',
      'Nav-kontor',
      'R&D',
      '1 + 1',
      'A/B',
      'Care 2.0 | North',
      '"Hjemme" #2',
      '50 % {A}',
    ])
      assert.equal(plain(name), name);
  });
});
