import type { SilentWriting } from '../domain/meetings/silent.ts';
import type { Respondent } from './unit-answers.ts';

type Place = Pick<SilentWriting, 'meeting' | 'area'>;

export type SilentPart = {
  find(place: Place): Promise<SilentWriting | undefined>;
  /** Of one meeting, by area. */
  ofMeeting(meeting: number): Promise<readonly SilentWriting[]>;
  /** Undefined: this area has one already, and it stays as it is. */
  open(writing: Omit<SilentWriting, 'seed' | 'shown'>): Promise<SilentWriting | undefined>;
  /**
   * From here on this transaction has the writing to itself: waits for texts being kept and for it being shown. Undefined: there is none, or
   * it is shown.
   */
  hold(place: Place): Promise<SilentWriting | undefined>;
  /** While it is held: in place of what this respondent wrote before. */
  put(place: Place, respondent: Respondent, text: string): Promise<void>;
  /** While it is held. May run twice. */
  takeBack(place: Place, respondent: Respondent): Promise<void>;
  textOf(place: Place, respondent: Respondent): Promise<string | undefined>;
  /** How many have written. */
  written(place: Place): Promise<number>;
  /**
   * While it is held: the texts leave their rows, with a number to shuffle them by that nobody could guess and that is kept nowhere.
   */
  collect(place: Place): Promise<{ readonly texts: readonly string[]; readonly seed: number }>;
  /** After `collect`, in the same transaction. */
  show(place: Place, texts: readonly string[]): Promise<void>;
  /** Gone with everything that was written. May run twice. `area` left out: of the whole meeting. */
  forget(place: { readonly meeting: number; readonly area?: number }): Promise<void>;
  /** What this respondent wrote, where it is not shown yet; by meeting and area. */
  ofRespondent(respondent: Respondent): Promise<readonly (Place & { readonly text: string })[]>;
  /** It is gone. May run twice. */
  erase(respondent: Respondent): Promise<void>;
};
