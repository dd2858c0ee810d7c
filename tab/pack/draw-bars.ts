import type { Words } from '../deck/deck-words.ts';
import type { Block } from '../deck/slide.ts';
import { drawChart } from './draw-chart.ts';
import { bandColours, colours, layout } from './look.ts';
import { readAs } from './mark-text.ts';
import { plain } from './plain.ts';
import type { Pack, Page } from './pptx.ts';

type Bars = Extract<Block, { kind: 'bars' }>;

const room = layout.width - 2 * layout.margin;
const captionHigh = 0.35;

/** A chart of what is shown, and beside it the table of everything, hidden values with the reason. In the order of set-up. */
export function drawBars(pack: Pack, page: Page, words: Words, bars: Bars, y: number): number {
  const { caption, head, series, rows } = bars;
  page.addText(plain(caption), { x: layout.margin, y, w: room, h: captionHigh, margin: 0, fontSize: 12, color: colours.quiet });
  const top = y + captionHigh;
  const high = layout.bottom - top;
  const drawn = series.flatMap((name, at) => {
    const shown = rows.flatMap(({ name: row, label = row, values }) => {
      const value = values[at]?.value ?? null;
      return value === null ? [] : [{ label, value }];
    });
    return shown.length === 0 ? [] : [{ name, shown }];
  });
  const chartWide = drawn.length === 0 ? 0 : room * 0.4;
  if (drawn.length > 0) drawChart(pack, page, { ...bars, drawn }, { x: layout.margin, y: top, w: chartWide, h: high });
  const labelled = rows.some(({ label }) => label !== undefined);
  const fontSize = rows.length > 9 ? 10 : 12;
  const headed = (text: string) => ({ text: plain(text), options: { bold: true, color: colours.quiet } });
  const body = rows.map(({ name, label, values }) => [
    headed(labelled ? `${label ?? ''} ${name}` : name),
    ...values.map((value) => ({
      text: plain(readAs(words, value)),
      options: {
        italic: value.hidden === true,
        color: value.band ? bandColours[value.band].ink : colours.ink,
        ...(value.band && { fill: { color: bandColours[value.band].fill } }),
      },
    })),
  ]);
  const wide = room - chartWide - (chartWide > 0 ? 0.2 : 0);
  const first = wide * (labelled ? 0.58 : 0.4);
  page.addTable([[headed(head), ...series.map(headed)], ...body], {
    ...{ x: layout.margin + room - wide, y: top, w: wide, colW: [first, ...series.map(() => (wide - first) / series.length)] },
    ...{ rowH: Math.min(high / (rows.length + 1), 0.5), fontSize, valign: 'middle', margin: 0.05 },
    border: { type: 'solid', pt: 1, color: colours.line },
  });
  return layout.bottom;
}
