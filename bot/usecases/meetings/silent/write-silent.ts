import { allHaveWritten, silentRefusal, silentText } from '../../../domain/meetings/silent.ts';
import type { SilentWriting } from '../../../domain/meetings/silent.ts';
import { Refused } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Pseudonyms } from '../../../ports/identity.ts';
import type { Store } from '../../../ports/store.ts';
import type { Unit } from '../../../ports/unit.ts';
import type { Inside } from '../../gate.ts';
import { isPlaced } from '../../gate.ts';
import { meetingOf } from './place.ts';
import type { Place } from './place.ts';
import { showTexts } from './show-texts.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

const held = async (unit: Unit, place: Place): Promise<SilentWriting> => {
  const writing = await unit.silent.hold(place);
  if (writing !== undefined) return writing;
  throw new Refused((await unit.silent.find(place)) === undefined ? 'changed meanwhile' : 'silent texts shown');
};

/** One's own text, until all are shown. Who writes, and what they write, are looked up apart (method.md, P11). */
export const writeSilent = ({ store, pseudonyms, clock }: Needs) => {
  /** How many are here; undefined: nobody has said. */
  const presentFor = (who: Inside, place: Place): Promise<number | undefined> =>
    store.within(who.collaboration, async (unit) => {
      await meetingOf(unit, place);
      if (!isPlaced(await unit.members.of(who.person))) throw new Refused('organisation not said');
      return (await unit.meetings.attendance(place.meeting))?.length;
    });

  return {
    /**
     * Its writer has confirmed that all partners will read it. Durable when the promise resolves; the text of the last person who is here
     * shows all of them. May it run twice? Yes: a text replaces the same person's text before. At the moment all are shown it is either among
     * them or refused.
     */
    put: async (who: Inside, place: Place, typed: string): Promise<void> => {
      const text = silentText(typed);
      const refusal = silentRefusal(text);
      if (refusal !== undefined) throw new Refused(refusal);
      const present = await presentFor(who, place);
      const pseudonym = await pseudonyms.of(who.collaboration, who.person);
      await store.within(who.collaboration, async (unit) => {
        const writing = await held(unit, place);
        await unit.silent.put(place, pseudonym, text);
        const written = await unit.silent.written(place);
        if (allHaveWritten(written, present, writing.k)) await showTexts(unit, writing, { by: undefined, now: clock() });
      });
    },

    /** May it run twice? Yes: what is gone is gone. */
    takeBack: async (who: Inside, place: Place): Promise<void> => {
      await presentFor(who, place);
      const pseudonym = await pseudonyms.of(who.collaboration, who.person);
      await store.within(who.collaboration, async (unit) => {
        await held(unit, place);
        await unit.silent.takeBack(place, pseudonym);
      });
    },
  };
};
