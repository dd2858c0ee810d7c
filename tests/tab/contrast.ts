import type { Locator } from 'playwright-core';

/** WCAG 2.2 contrast of two colours as the browser writes them, `rgb(1, 2, 3)`. */
export function contrast(...colours: [string, string]): number {
  const [darker = 0, lighter = 0] = colours.map(luminance).sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).slice(0, 3).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of every place that shows words: the colour of the words, and of the nearest ground behind them. */
export const colourPairs = (places: Locator): Promise<[string, string][]> =>
  places.evaluateAll((found) =>
    found
      .filter((place) => place.textContent.trim() !== '')
      .map((place) => {
        let ground: Element | null = place;
        while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
        return [getComputedStyle(place).color, ground ? getComputedStyle(ground).backgroundColor : 'none'];
      }),
  );
