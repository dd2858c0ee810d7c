/** What an organisation says about itself, "who we are": each text may be empty, and may have lines. */
export type AboutTexts = { readonly does: string; readonly doesNot: string; readonly reach: string };

export type About = AboutTexts & {
  readonly organisation: number;
  /** 0: nothing has been written yet; one more with each change. */
  readonly version: number;
};

/** Characters of one text. */
export const longestAbout = 400;

/** As it is kept: its lines stay, without blanks around them, and never more than one empty line between two. */
export const inLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export const sameTexts = (one: AboutTexts, other: AboutTexts): boolean =>
  one.does === other.does && one.doesNot === other.doesNot && one.reach === other.reach;
