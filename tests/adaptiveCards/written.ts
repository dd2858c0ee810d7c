import type { Written } from './every-card.ts';

const most = 30;
const longestName = 80;
const longestPurpose = 300;
/** Beside two times `{org}` and blanks: 200 in all. */
const longestStatement = 188;

const number = (at: number): string => String(at + 1).padStart(2, '0');

/** Words that nothing could take for anything else, and that stand nowhere else on a card. */
export const plainly: Written = {
  purpose: 'Sample purpose',
  names: Array.from({ length: most }, (_, at) => `Sample organisation ${number(at)}`),
  statement: 'Sample statement',
};

/** What somebody might write to make a card say or do something else, and what is simply unusual. */
export const tricks: readonly string[] = [
  '**bold** _slanted_ ~~struck~~ `code` __strong__ *a*b*',
  '[press here](https://example.org) ![picture](https://example.org/x.png) [a]: https://example.org',
  '<script>alert(1)</script> <b>x</b> <https://example.org> <!-- x -->',
  '"quoted" \'single\' back\\slash \\* \\\\ \\[a](b)',
  '👩‍⚕️ 🇳🇴 æøå ÆØÅ שלום ‮x‬',
  '${x} ${purpose} {{x}} {{org}} {{k}} $t(page.next) $& $1',
  ...['# heading', '- list', '+ list', '* list', '1. list', '12) list', '> quote', '---', '***', '~~~', '```', '    code'],
  '&lt;b&gt; &amp; &#42;x&#42; &copy; R&D &nbsp;',
  '| a | b | !x! {y} (z) a.b c-d e+f #g ~h',
  'St. Olavs hospital (HF) - avd. 2!',
  'two\nlines\r\n- and a list\n\n# and a heading',
  'undefined null true',
  'A$&B $1 kommune $$ $` $<x> $0',
];

const filled = (text: string, length: number): string => text.padEnd(length, ` ${text}`).slice(0, length).trim();

/** 30 organisations with names of 80 characters, a purpose of 300 and a statement of 188, all as unruly as can be. */
export const trickily = (trick: string): Written => ({
  purpose: filled(trick, longestPurpose),
  // Where `{org}` stands in it, a name is put.
  statement: filled(trick, longestStatement).replaceAll('{org}', '(org)'),
  // The last one is whom the pages of the survey are about.
  names: Array.from({ length: most }, (_, at) =>
    filled(`${at === most - 1 ? trick : (tricks[at % tricks.length] ?? '')} ${number(at)}`.replace(/\s+/g, ' '), longestName),
  ),
});

const all = (sign: string): Written => ({
  purpose: sign.repeat(longestPurpose),
  names: Array.from({ length: most }, () => sign.repeat(longestName)),
  statement: sign.repeat(longestStatement),
});
/** As many bytes as can be: four a sign where markdown is read and two elsewhere; three everywhere; two, as Norwegian letters. */
export const heaviest: readonly Written[] = ['\\', '漢', 'å'].map(all);
