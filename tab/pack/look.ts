import type { Band } from '../band.ts';

/** Inches: PowerPoint's wide slide. */
export const layout = { width: 13.33, height: 7.5, margin: 0.5, bottom: 7.0 };
export const fonts = 'Segoe UI';

/** The light theme of the tab; text on each band has a contrast of at least 4.5 to 1. */
export const colours = {
  paper: 'FFFFFF',
  ink: '242424',
  quiet: '616161',
  line: 'D1D1D1',
  soft: 'F5F5F5',
  first: '5B5FC7',
  second: '006666',
};
export const bandColours: Readonly<Record<Band, { readonly fill: string; readonly ink: string }>> = {
  strength: { fill: 'A6D9DB', ink: '02494C' },
  discuss: { fill: 'FCEFD3', ink: '835B00' },
  attention: { fill: 'F1C8D5', ink: '6E0811' },
};
