import type { Summary } from '../../bot/contracts/summary-api.ts';
import type { Reader } from '../reader.ts';
import { type Part, type PartName, partsOf, type Step } from '../summary/parts.ts';
import { summaryWordsIn } from '../summary/summary-words.ts';
import { colours, fonts, layout } from './look.ts';
import { plain } from './plain.ts';
import { newPack, type Page } from './pptx.ts';

const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
const half = (layout.width - 2 * layout.margin - 0.4) / 2;
const right = layout.margin + half + 0.4;
const quarter = (half - 0.3) / 2;

/** Inches. What is long stands on the left, what are counts on the right. */
const boxes: readonly (readonly [PartName, Box])[] = [
  ['outcomes', { x: layout.margin, y: 1.75, w: half, h: 3.1 }],
  ['kept', { x: layout.margin, y: 4.95, w: half, h: 1.75 }],
  ['works', { x: right, y: 1.75, w: half, h: 0.95 }],
  ['talk', { x: right, y: 2.75, w: half, h: 2.0 }],
  ['index', { x: right, y: 4.8, w: half, h: 1.0 }],
  ['meetings', { x: right, y: 5.75, w: quarter, h: 1.0 }],
  ['actions', { x: right + quarter + 0.3, y: 5.75, w: quarter, h: 1.0 }],
];

/** Beside the word; in the fonts of PowerPoint and LibreOffice. */
const signOf: Readonly<Record<Step, string>> = { 1: '\u25A0\u25A1\u25A1', 2: '\u25A0\u25A0\u25A1', 3: '\u25A0\u25A0\u25A0' };

/** The page for sponsors as one slide whose texts can be edited. */
export async function summaryFile(reader: Reader, summary: Summary): Promise<{ name: string; content: Blob }> {
  const words = summaryWordsIn(reader.language);
  const pack = newPack();
  pack.layout = 'LAYOUT_WIDE';
  pack.title = plain(summary.purpose);
  pack.theme = { headFontFace: fonts, bodyFontFace: fonts };
  const page = pack.addSlide();
  page.background = { color: colours.paper };
  const wide = { x: layout.margin, w: layout.width - 2 * layout.margin, margin: 0, fit: 'shrink' } as const;
  page.addText(plain(summary.purpose), {
    ...wide,
    y: 0.3,
    h: 0.9,
    fontSize: 24,
    bold: true,
    color: colours.ink,
    valign: 'middle',
  });
  const partners = plain(summary.organisations.join(' · '));
  page.addText(partners, { ...wide, y: 1.2, h: 0.45, fontSize: 12, color: colours.quiet, valign: 'top' });
  const parts = partsOf(reader, summary);
  for (const [name, box] of boxes) drawPart(page, parts[name], box);
  const foot = plain(words('foot', { day: reader.date(summary.today) }));
  page.addText(foot, { ...wide, y: 6.85, h: 0.45, fontSize: 10, color: colours.quiet, valign: 'top' });
  const bytes = (await pack.write({ outputType: 'arraybuffer' })) as ArrayBuffer;
  return { name: words('file'), content: new Blob([bytes], { type }) };
}

/** So many signs of 12 points stand on an inch of a line, about; small letters where there is more than the box takes. */
const sizeFor = (texts: readonly string[], { w, h }: Box): number => {
  const linesAt = (size: number): number =>
    texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((text.length * size) / (w * 150))), 0);
  return [13, 12, 11, 10, 9, 8].find((size) => (linesAt(size) + 1.4) * size * 0.0175 <= h) ?? 7;
};

function drawPart(page: Page, { title, about, lines, none }: Part, box: Box): void {
  const texts =
    lines.length === 0
      ? [none]
      : lines.map(({ text, note, step }) =>
          [step === undefined ? '' : signOf[step], text, note === undefined ? '' : `(${note})`].filter(Boolean).join(' '),
        );
  const head = about === undefined || lines.length === 0 ? [] : [about];
  const fontSize = sizeFor([...head, ...texts], box);
  page.addText(
    [
      { text: plain(title), options: { bold: true, fontSize: fontSize + 1, color: colours.first, breakLine: true } },
      ...head.map((text) => ({ text: plain(text), options: { fontSize: fontSize - 1, color: colours.quiet, breakLine: true } })),
      ...texts.map((text) => ({ text: plain(text), options: { fontSize, color: colours.ink, breakLine: true } })),
    ],
    { ...box, margin: 0, valign: 'top', fit: 'shrink', paraSpaceAfter: 2 },
  );
}
