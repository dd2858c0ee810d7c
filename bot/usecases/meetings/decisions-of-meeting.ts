import { looksLikePatientData } from '../../domain/patient-data.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import { onOneLine } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { meetingFor } from './meeting-at.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

const decided = (written: string): string => {
  const text = onOneLine(written);
  if (text === '') throw new Refused('decision empty');
  if (text.length > meetingLimits.decision) throw new Refused('text too long');
  if (looksLikePatientData(text)) throw new Refused('looks like patient data');
  return text;
};

/** The decision as somebody saw it, or nothing is stored. */
const asSeen = async (unit: Unit, number: number, id: number, was: string): Promise<void> => {
  const now = (await unit.meetings.decisions(number)).find((one) => one.id === id);
  if (now === undefined) throw new Refused('no such decision');
  if (now.text !== was) throw new Refused('changed meanwhile');
};

/** What was decided at a meeting, for who plans meetings. The log has what was there before. */
export const decide = ({ store, clock }: Needs) => {
  const change = (who: Inside, number: number, deed: (unit: Unit, now: Date) => Promise<void>): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      const { state } = await meetingFor(unit, who.person, number);
      if (state === 'called off') throw new Refused('meeting not planned');
      await deed(unit, clock());
    });

  return {
    /** May it run twice? Yes: the same `request` adds nothing more. */
    add: (who: Inside, number: number, request: string, written: string): Promise<void> =>
      change(who, number, async (unit, now) => {
        const text = decided(written);
        const before = await unit.meetings.decisions(number);
        const decision = await unit.meetings.decide(number, text, request, now);
        if (before.some(({ id }) => id === decision.id)) return;
        // Thrown after it is stored, so that a request which was answered before is not refused: the transaction takes it back.
        if (before.length >= meetingLimits.decisions) throw new Refused('too many decisions');
        await unit.note('decision added', who.person, { meeting: number, decision: decision.id }, now);
      }),

    /** May it run twice? Yes: what is as wished is left as it is. */
    change: (who: Inside, number: number, id: number, was: string, written: string): Promise<void> =>
      change(who, number, async (unit, now) => {
        const text = decided(written);
        if ((await unit.meetings.decisions(number)).some((one) => one.id === id && one.text === text)) return;
        await asSeen(unit, number, id, was);
        await unit.meetings.changeDecision(number, { id, text });
        await unit.note('decision changed', who.person, { meeting: number, decision: id, was }, now);
      }),

    /** May it run twice? Yes: what is gone is gone. */
    drop: (who: Inside, number: number, id: number, was: string): Promise<void> =>
      change(who, number, async (unit, now) => {
        if (!(await unit.meetings.decisions(number)).some((one) => one.id === id)) return;
        await asSeen(unit, number, id, was);
        await unit.meetings.dropDecision(number, id);
        await unit.note('decision dropped', who.person, { meeting: number, decision: id, was }, now);
      }),
  };
};
