import { colours } from './look.ts';
import { plain } from './plain.ts';
import type { Pack, Page } from './pptx.ts';

/** What a chart shows: published values only, each series with the same labels. */
export interface Charted {
  readonly from: number;
  readonly to: number;
  readonly format: 'one decimal' | 'two decimals' | 'share';
  readonly drawn: readonly {
    readonly name: string;
    readonly shown: readonly { readonly label: string; readonly value: number }[];
  }[];
}
interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const codes = { 'one decimal': '0.0', 'two decimals': '0.00', share: '0%' } as const;

/** A bar chart of the file's own, with its numbers in a workbook inside; the decimal sign is that of whoever opens it. */
export function drawChart(pack: Pack, page: Page, { from, to, format, drawn }: Charted, place: Place): void {
  const data = drawn.map(({ name, shown }) => ({
    name: plain(name),
    labels: shown.map(({ label }) => plain(label)),
    values: shown.map(({ value }) => value),
  }));
  page.addChart(pack.ChartType.bar, data, {
    ...place,
    barDir: 'bar',
    barGapWidthPct: 40,
    // From the top down, as in the table; the library does it, its types have forgotten the word.
    catAxisOrientation: 'maxMin' as 'minMax',
    valAxisMinVal: from,
    valAxisMaxVal: to,
    valAxisMajorUnit: format === 'share' ? 0.25 : 1,
    valAxisLabelFormatCode: format === 'share' ? '0%' : '0',
    valGridLine: { color: colours.line, size: 0.5 },
    catAxisLabelFontSize: 11,
    valAxisLabelFontSize: 10,
    catAxisLabelColor: colours.ink,
    valAxisLabelColor: colours.quiet,
    // One series with two colours would be drawn in both by turns.
    chartColors: data.length > 1 ? [colours.first, colours.second] : [colours.first],
    showValue: true,
    dataLabelFormatCode: codes[format],
    dataLabelFontSize: 11,
    dataLabelColor: colours.ink,
    showLegend: data.length > 1,
    legendPos: 'b',
    legendFontSize: 11,
    altText: data.map(({ name }) => name).join(', '),
  });
}
