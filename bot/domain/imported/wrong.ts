import type { Row } from '../scoring/sums-from-rows.ts';

/** Why a file of answers collected elsewhere cannot be imported. Each is one sentence in locales/ under `import.wrong.<reason>`. */
export type ReasonName =
  // The file as a whole, and its head.
  | 'not JSON'
  | 'too large'
  | 'not a round file'
  | 'head missing'
  | 'head twice'
  | 'unknown head key'
  | 'k'
  | 'mode'
  | 'audience'
  | 'organisations'
  | 'invited'
  | 'close'
  | 'rows'
  | 'organisation not mapped'
  | 'mapped to nobody'
  | 'organisation twice'
  | 'invited missing'
  | 'invited stranger'
  | 'close ahead'
  | 'k too low for so many'
  | 'more answered than invited'
  | 'nothing to use'
  | 'same time and people'
  // A spreadsheet.
  | 'quote'
  | 'too many columns'
  | 'too many rows'
  | 'unknown column'
  | 'column twice'
  | 'column missing'
  | 'cells'
  // One row.
  | 'not a row'
  | 'unknown key'
  | 'missing'
  | 'not a text'
  | 'broken text'
  | 'role'
  | 'yes or no'
  | 'rating'
  | 'answers apart'
  | 'instant'
  | 'too early'
  | 'round'
  | 'another round'
  | 'organisation unknown'
  | 'organisation not in the round'
  | 'another organisation'
  | 'another role'
  | 'another answer';

/** `values` are put into the sentence; a text in them is as it stood in the file. */
export type Reason = { readonly is: ReasonName; readonly values: Readonly<Record<string, string | number>> };

/** One row as it was read, or why it could not be. `at`: the line of the file, or the number of the row in JSON, from 1. `round`: what it says. */
export type ReadRow =
  | { readonly at: number; readonly row: Row; readonly round?: number | undefined }
  | { readonly at: number; readonly reasons: readonly Reason[] };

/** `at` undefined: it is about the file as a whole. */
export type WrongPlace = { readonly at: number | undefined; readonly reasons: readonly Reason[] };
export type WrongList = {
  readonly shown: readonly WrongPlace[];
  /** Places beyond those shown. */
  readonly more: number;
};

/** Nobody reads more of them, and a file of a million bad rows must not fill the memory with reasons. */
const mostShown = 200;

/** Collects what is wrong: everything about the file as a whole, and the first 200 bad rows. */
export const complaints = () => {
  const ofFile: Reason[] = [];
  const places: WrongPlace[] = [];
  let bad = 0;
  return {
    file: (reasons: readonly Reason[]): void => {
      for (const reason of reasons.slice(0, mostShown - ofFile.length)) ofFile.push(reason);
    },
    row: (at: number, reasons: readonly Reason[]): void => {
      bad += 1;
      if (places.length < mostShown) places.push({ at, reasons });
    },
    none: (): boolean => bad === 0 && ofFile.length === 0,
    list: (): WrongList => ({
      shown: [...(ofFile.length === 0 ? [] : [{ at: undefined, reasons: ofFile }]), ...places],
      more: bad - places.length,
    }),
  };
};
