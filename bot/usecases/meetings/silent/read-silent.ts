import { isHere } from '../../../domain/set-up.ts';
import type { SilentWriting } from '../../../domain/meetings/silent.ts';
import { speakingTurns } from '../../../domain/meetings/turns.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Pseudonyms } from '../../../ports/identity.ts';
import type { Store } from '../../../ports/store.ts';
import type { Unit } from '../../../ports/unit.ts';
import type { Inside } from '../../gate.ts';
import { isPlaced } from '../../gate.ts';
import { oncePer } from '../../results/read-overview.ts';
import { meetingOf } from './place.ts';
import type { Place } from './place.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

export type SilentView =
  | { readonly is: 'not open' }
  /** `written`: how many have; undefined where it is fewer than k. `own`: of the reader. */
  | {
      readonly is: 'writing';
      readonly writing: SilentWriting;
      readonly mayWrite: boolean;
      readonly written: number | undefined;
      readonly own: string | undefined;
    }
  /** `turns`: which organisation speaks when. */
  | {
      readonly is: 'shown';
      readonly writing: SilentWriting;
      readonly texts: readonly string[];
      readonly turns: readonly (readonly number[])[];
    };

/** Of those who are here; where nobody has said who is, each partner once. */
const turnsOf = async (unit: Unit, { meeting, seed }: SilentWriting): Promise<readonly (readonly number[])[]> => {
  const present = await unit.meetings.attendance(meeting);
  const organisations =
    present?.map(({ organisation }) => organisation) ??
    (await unit.collaboration()).organisations.filter(isHere).map(({ id }) => id);
  return speakingTurns(organisations, seed);
};

/** For everybody in the channel: while people write, nothing but the count, and one's own text (method.md, P5). Changes nothing; what is shown is logged (P12). */
export const readSilent =
  ({ store, pseudonyms, clock }: Needs) =>
  async (who: Inside, place: Place): Promise<SilentView> => {
    const known = await store.within(who.collaboration, async (unit) => {
      const { state } = await meetingOf(unit, place);
      const writing = await unit.silent.find(place);
      if (writing?.shown !== undefined) await unit.note('results read', who.person, { silent: place }, clock(), oncePer);
      const mayWrite = state === 'planned' && isPlaced(await unit.members.of(who.person));
      return { writing, mayWrite, turns: writing?.shown === undefined ? [] : await turnsOf(unit, writing) };
    });
    const { writing, mayWrite, turns } = known;
    if (writing === undefined) return { is: 'not open' };
    if (writing.shown !== undefined) return { is: 'shown', writing, texts: writing.shown, turns };
    const pseudonym = await pseudonyms.of(who.collaboration, who.person);
    return await store.within(who.collaboration, async (unit) => {
      const written = await unit.silent.written(place);
      const own = await unit.silent.textOf(place, pseudonym);
      return { is: 'writing', writing, mayWrite, own, written: written < writing.k ? undefined : written };
    });
  };
