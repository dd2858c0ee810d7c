import type { Shown, View } from './stage.ts';

/** What the API says to a request: a body, a refusal, or nothing at all. */
export type Reply = object | 'never' | 'no contact' | 'broken' | 'no permission' | 'not found';

/** One page of the tab in one state. */
export interface TabPage {
  /** Also the name of its picture. */
  readonly name: string;
  /** By the last part of the path; a list: one reply after another, the last for good. Whatever is asked besides is broken. */
  readonly answers: Readonly<Record<string, Reply | readonly Reply[]>>;
  /** What is on it when it stands as it should. */
  readonly ready: string;
  readonly view?: View;
  /** What a person does to get there from the address. */
  readonly press?: (shown: Shown) => Promise<unknown>;
  /** Laid out for the height of the window. */
  readonly fillsWindow?: true;
}

export const at = (address: string): View => ({ address });
/** The heading of a page that says what is missing. */
export const alone = '.alone h1';
