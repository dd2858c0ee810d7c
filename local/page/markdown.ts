import MarkdownIt from 'markdown-it';

// What Teams renders in cards: bold, italic, lists and links; no HTML, pictures, headings or tables.
const markdown = new MarkdownIt({ html: false, breaks: true, linkify: false }).disable([
  'image',
  'heading',
  'lheading',
  'code',
  'fence',
  'backticks',
  'blockquote',
  'hr',
  'table',
]);

export const toHtml = (text: string): string => markdown.render(text);
