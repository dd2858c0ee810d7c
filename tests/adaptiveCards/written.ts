import type { Written } from './every-card.ts';

const most = 30;
const longestName = 80;
const longestPurpose = 300;

const number = (at: number): string => String(at + 1).padStart(2, '0');

/** Words that nothing could take for anything else, and that stand nowhere else on a card. */
export const plainly: Written = {
  purpose: 'Sample purpose',
  names: Array.from({ length: most }, (_, at) => `Sample organisation ${number(at)}`),
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
];

const filled = (text: string, length: number): string => text.padEnd(length, ` ${text}`).slice(0, length).trim();

/** 30 organisations with names of 80 characters, and a purpose of 300, all as unruly as can be. */
export const trickily = (trick: string): Written => ({
  purpose: filled(trick, longestPurpose),
  names: Array.from({ length: most }, (_, at) =>
    filled(`${tricks[at % tricks.length] ?? ''} ${number(at)}`.replace(/\s+/g, ' '), longestName),
  ),
});

/** Every sign of it takes four bytes on a card. */
export const heaviest: Written = {
  purpose: '\\'.repeat(longestPurpose),
  names: Array.from({ length: most }, () => '\\'.repeat(longestName)),
};
