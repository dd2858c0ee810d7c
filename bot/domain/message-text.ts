import { onOneLine } from './set-up.ts';

/** More than any message of Teams holds; what comes after it is not looked at. */
const longestRead = 64_000;

/** Between these, words would run together. Of the others (bold, links, mentions) only the words stay. */
const parting = /^\/?(p|div|br|li|ul|ol|tr|td|th|table|blockquote|h[1-6]|hr|pre)\b/i;
/** What stands in these is not for people to read. */
const unread = /^(script|style|title|head)\b/i;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const characterOf = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isSign = Number.isInteger(code) && code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isSign ? String.fromCodePoint(code) : ' ';
};

/** Where the part ends that nobody reads. By a search that leaves the text as it is: small letters may be more than their capitals. */
const endOf = (part: string, html: string, from: number): number => {
  const end = new RegExp(`</${part}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
};

/** Without its tags, each sign looked at once: a text of nothing but brackets costs no more than another. */
const withoutTags = (html: string): string => {
  const kept: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) {
      kept.push(html.slice(at));
      break;
    }
    const tag = html.slice(open + 1, close);
    kept.push(html.slice(at, open), parting.test(tag) ? ' ' : '');
    const [, hidden] = unread.exec(tag) ?? [];
    const end = hidden === undefined ? -1 : endOf(hidden, html, close);
    if (hidden !== undefined && end < 0) break;
    at = hidden === undefined ? close + 1 : end;
  }
  return kept.join('');
};

/** What people read of a message, on one line and without signs that cannot be seen; cut to so many characters. */
export const messageText = (
  { isHtml, content }: { readonly isHtml: boolean; readonly content: string },
  most: number,
): string => {
  const start = content.slice(0, longestRead);
  const words = isHtml ? withoutTags(start).replace(/&(#x?[0-9a-f]{1,8}|[a-z]{2,8});/gi, characterOf) : start;
  const line = onOneLine(words.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' '));
  if (line.length <= most) return line;
  // Half of a sign is none: where the cut would fall inside one, all of it goes.
  return `${line
    .slice(0, most - 1)
    .replace(/\p{Cs}$/u, '')
    .trimEnd()}…`;
};
