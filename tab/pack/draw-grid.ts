import { bands, wordOf } from '../band.ts';
import type { Words } from '../deck/deck-words.ts';
import type { Block, Mark } from '../deck/slide.ts';
import { bandColours, colours, layout } from './look.ts';
import { readAs, signOf } from './mark-text.ts';
import { plain } from './plain.ts';
import type { Page, TableCell } from './pptx.ts';

type Grid = Extract<Block, { kind: 'grid' }>;

const room = layout.width - 2 * layout.margin;
const noteAndLegend = 0.4;
/** More rows than this are set smaller. */
const manyRows = 8;
/** A longer name would take three lines of a row. */
const longestName = 60;
/** Below the grid stand the four numbers of the network. */
const kept = 0.6;

/** A table, organisations against organisations. With many, columns are numbered and a cell is number and symbol; the legend says the words. */
export function drawGrid(page: Page, words: Words, grid: Grid, y: number): number {
  const { numbered, columns, rows, corner } = grid;
  const first = numbered ? 3.2 : 2.2;
  const each = (room - first) / columns.length;
  const fontSize = numbered ? (rows.length > manyRows ? 9 : 11) : 13;
  const head = (text: string): TableCell => ({ text: plain(text), options: { bold: true, color: colours.quiet, fontSize } });
  const top: TableCell[] = [head(corner), ...columns.map((name, at) => head(numbered ? String(at + 1) : name))];
  const body = rows.map(({ name, note, marks }, at): TableCell[] => {
    const short = numbered && name.length > longestName ? `${name.slice(0, longestName)}\u2026` : name;
    const named = `${numbered ? `${at + 1} ` : ''}${short}${note === undefined ? '' : ` (${note})`}`;
    return [head(named), ...marks.map((mark) => markCell(words, mark, numbered))];
  });
  const note = [
    grid.caption,
    ...(numbered ? [words.deck('deck.numbered')] : []),
    ...(grid.bands && numbered ? [legend(words)] : []),
  ];
  page.addText(plain(note.join(' ')), {
    ...{ x: layout.margin, y, w: room, h: noteAndLegend, margin: 0, fontSize: 12, color: colours.quiet, fit: 'shrink' },
  });
  const high = Math.min(layout.bottom - kept - y - noteAndLegend, (rows.length + 1) * 0.75);
  page.addTable([top, ...body], {
    ...{ x: layout.margin, y: y + noteAndLegend, w: room, colW: [first, ...columns.map(() => each)] },
    ...{ rowH: high / (rows.length + 1), fontSize, valign: 'middle', margin: numbered ? 0.03 : 0.06 },
    border: { type: 'solid', pt: 1, color: colours.paper },
  });
  return y + noteAndLegend + high + 0.1;
}

const legend = ({ reader: { say } }: Words): string =>
  bands.map((band) => `${signOf[band]} ${say(wordOf[band])} ${say(`band.${band}.range`)}`).join('; ');

function markCell(words: Words, mark: Mark, numbered: boolean): TableCell {
  const { band, text, self, hidden } = mark;
  const { fill, ink } = band ? bandColours[band] : { fill: self ? colours.paper : colours.soft, ink: colours.ink };
  const short = band ? `${text} ${signOf[band]}` : text;
  return {
    text: plain(numbered ? short : readAs(words, mark)),
    options: { fill: { color: fill }, color: ink, italic: hidden === true, align: numbered || self ? 'center' : 'left' },
  };
}
