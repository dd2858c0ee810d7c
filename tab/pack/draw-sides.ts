import type { Words } from '../deck/deck-words.ts';
import type { Side } from '../deck/slide.ts';
import { drawChart } from './draw-chart.ts';
import { bandColours, colours, layout } from './look.ts';
import { readAs } from './mark-text.ts';
import { plain } from './plain.ts';
import type { Pack, Page } from './pptx.ts';

const gap = 0.3;
/** Two tables, and below them the chart, leave room for the questions to talk about. More facts than this, and they are set smaller. */
const roomyFacts = 4;
const chartHigh = 2.1;
const promptsHigh = 1.4;

/** Both directions side by side as tables, and a chart of those numbers that both sides show. */
export function drawSides(pack: Pack, page: Page, words: Words, sides: readonly [Side, Side], y: number): number {
  const wide = (layout.width - 2 * layout.margin - gap) / 2;
  const below = layout.bottom - promptsHigh;
  const tableHigh = below - chartHigh - y - 0.1;
  const most = Math.max(...sides.map(({ facts }) => facts.length)) + 2;
  sides.forEach((side, at) => {
    drawSide(page, words, side, {
      x: layout.margin + at * (wide + gap),
      y,
      w: wide,
      rowH: Math.min(tableHigh / most, 0.45),
      small: most > roomyFacts + 2,
    });
  });
  const names = sides[0].drawn
    .filter(({ value }, at) => value !== null && sides[1].drawn[at]?.value != null)
    .map(({ name }) => name);
  if (names.length > 0) {
    const drawn = sides.map(({ title, drawn: numbers }) => ({
      name: title,
      shown: numbers.flatMap(({ name, value }) => (value !== null && names.includes(name) ? [{ label: name, value }] : [])),
    }));
    const place = { x: layout.margin, y: below - chartHigh, w: layout.width - 2 * layout.margin, h: chartHigh };
    drawChart(pack, page, { from: 1, to: 5, format: 'one decimal', drawn }, place);
  }
  return below + 0.1;
}

function drawSide(
  page: Page,
  words: Words,
  { title, view, facts }: Side,
  {
    small,
    ...place
  }: { readonly x: number; readonly y: number; readonly w: number; readonly rowH: number; readonly small: boolean },
): void {
  const { fill, ink } = view.band ? bandColours[view.band] : { fill: colours.soft, ink: colours.ink };
  const head = { text: plain(title), options: { bold: true, colspan: 2 } };
  const seen = {
    text: plain(readAs(words, view)),
    options: {
      colspan: 2,
      bold: true,
      fontSize: small ? 14 : 18,
      fill: { color: fill },
      color: ink,
      italic: view.hidden === true,
    },
  };
  const rows = facts.map(({ name, mark }) => [
    { text: plain(name), options: { color: colours.quiet } },
    { text: plain(readAs(words, mark)), options: { italic: mark.hidden === true } },
  ]);
  page.addTable([[head], [seen], ...rows], {
    ...place,
    ...{
      colW: [place.w * 0.6, place.w * 0.4],
      fontSize: small ? 11 : 13,
      color: colours.ink,
      valign: 'middle',
      margin: small ? 0.02 : 0.05,
    },
    border: { type: 'solid', pt: 1, color: colours.line },
  });
}
