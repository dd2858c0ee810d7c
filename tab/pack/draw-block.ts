import type { Words } from '../deck/deck-words.ts';
import type { Block } from '../deck/slide.ts';
import { drawBars } from './draw-bars.ts';
import { drawGrid } from './draw-grid.ts';
import { drawSides } from './draw-sides.ts';
import { colours, layout } from './look.ts';
import { readAs } from './mark-text.ts';
import { plain } from './plain.ts';
import type { Pack, Page } from './pptx.ts';

/** Draws one block of a slide below `y` and gives the height, in inches, below which the next may stand. */
export function drawBlock(pack: Pack, page: Page, words: Words, block: Block, y: number): number {
  switch (block.kind) {
    case 'sentences':
      return lines(page, block.items, y, 20);
    case 'names':
      return names(page, block.items.join(' · '), y);
    case 'points':
      return points(page, block.items, y);
    case 'prompts':
      return lines(page, [block.title, ...block.items], y, 14);
    case 'facts': {
      const facts = block.items.map(({ name, mark }) => `${name}: ${readAs(words, mark)}`);
      return lines(page, [facts.join('   ')], y, 14);
    }
    case 'grid':
      return drawGrid(page, words, block, y);
    case 'bars':
      return drawBars(pack, page, words, block, y);
    case 'sides':
      return drawSides(pack, page, words, block.sides, y);
  }
}

const wide = { x: layout.margin, w: layout.width - 2 * layout.margin, margin: 0 };

/** So many signs of that size stand on a line of the slide, about. */
const linesOf = (text: string, fontSize: number): number => Math.max(1, Math.ceil((text.length * fontSize) / 1650));

function lines(page: Page, items: readonly string[], y: number, fontSize: number): number {
  const tall = items.reduce((sum, item) => sum + linesOf(item, fontSize), 0);
  const h = Math.min(tall * fontSize * 0.0195 + 0.15, layout.bottom - y);
  const text = items.map((item) => ({ text: plain(item), options: { breakLine: true } }));
  page.addText(text, { ...wide, y, h, fontSize, color: colours.ink, valign: 'top', fit: 'shrink', paraSpaceAfter: 4 });
  return y + h + 0.1;
}

/** Many or long ones are set smaller. */
const names = (page: Page, text: string, y: number): number => lines(page, [text], y, text.length > 300 ? 14 : 20);

function points(page: Page, items: readonly { readonly title: string; readonly why: string }[], y: number): number {
  const tall = items.reduce((sum, { title, why }) => sum + linesOf(title, 20) + linesOf(why, 18), 0);
  const h = Math.min(tall * 0.36 + items.length * 0.2, layout.bottom - y);
  const text = items.flatMap(({ title, why }) => [
    { text: plain(title), options: { bold: true, fontSize: 20, breakLine: true } },
    { text: plain(why), options: { fontSize: 18, breakLine: true, paraSpaceAfter: 10 } },
  ]);
  page.addText(text, { ...wide, y, h, color: colours.ink, valign: 'top', fit: 'shrink' });
  return y + h + 0.1;
}
