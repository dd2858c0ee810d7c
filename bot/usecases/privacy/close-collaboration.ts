import type { Calendar } from '../../domain/calendar.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { publishCheckOut } from '../check-outs/close-check-out.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** Meetings from today on are called off, with what was written silently for them, and no rhythm plans others. How many there were. */
const callOffAll = async (unit: Unit, today: string): Promise<number> => {
  const ahead = (await unit.meetings.all()).filter(({ state, date }) => state === 'planned' && date >= today);
  for (const { number } of ahead) {
    await unit.meetings.callOff(number);
    await unit.silent.forget({ meeting: number });
  }
  await unit.meetings.setRhythm(undefined);
  return ahead.length;
};

/** A check-out that is open is published as at its own close: who has answered it is not asked in vain. */
const publishCheckOuts = async (unit: Unit, now: Date): Promise<void> => {
  for (const { number } of await unit.meetings.all()) {
    const found = await unit.checkOuts.find(number);
    if (found !== undefined && found.closed === undefined) await publishCheckOut(unit, found, now);
  }
};

/**
 * Closes a collaboration for good, by an integration manager: nothing goes out and nothing is added any more, what waits is dropped, and
 * the key of its pseudonyms is destroyed, so that the answers which remain are anonymous. All in one transaction. What is published can
 * be read until an administrator removes it. May it run twice? The second is told that it is closed already; of two at once, one is.
 */
export const closeCollaboration =
  ({ store, clock, calendar }: Needs) =>
  async (who: Inside): Promise<void> => {
    await store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const { id } = await integrationManagerOnly(unit, who.person);
      const { closed, zone } = await unit.collaboration();
      if (closed !== undefined) throw new Refused('closed already');
      const now = clock();
      // In this order everywhere: what is being sent is waited for, then what is being stored.
      await unit.sending.stop(id, now);
      await unit.closing.begin();
      if ((await unit.rounds.latest())?.state === 'open') throw new Refused('close the round first');
      await publishCheckOuts(unit, now);
      const meetings = await callOffAll(unit, calendar.dateOf(now, zone));
      await unit.closing.dropWaiting(now);
      if (!(await unit.closing.close(now))) throw new Refused('closed already');
      await unit.note('collaboration closed', who.person, { meetings }, now);
    });
  };
