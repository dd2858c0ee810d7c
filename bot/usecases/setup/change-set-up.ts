import type { SetUp } from '../../contracts/manage-api.ts';
import type { NoteKind } from '../../domain/audit.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Person } from '../../domain/collaboration.ts';
import type { Outcome } from '../../domain/set-up.ts';
import { limits } from '../../domain/set-up.ts';
import { zoneNames } from '../../domain/zones.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Practical } from '../../ports/unit-set-up.ts';
import { integrationManagerOnly } from '../gate.ts';
import { moveNextMeeting } from '../meetings/move-next.ts';
import { organisationDeed, type OrganisationWish } from './change-organisations.ts';
import { acceptable } from './organisation-names.ts';
import { type InChannel, setUpOf } from './read-set-up.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** `nextMeeting`: YYYY-MM-DD in the zone. */
export type PracticalWish = Practical & { readonly nextMeeting: string };

export type PurposeWish = {
  readonly purpose: string;
  readonly outcomes: readonly { readonly id?: number | undefined; readonly text: string }[];
};

/** How everything stands before a change. */
export type Before = {
  readonly collaboration: Collaboration;
  readonly outcomes: readonly Outcome[];
  readonly open: number | undefined;
  /** The number of the last round that was held here; 0: none was. */
  readonly lastHeld: number;
  /** Nobody has changed anything since the person looked. */
  readonly asSeen: boolean;
};

/** A change, ready to be stored; the log gets `facts`. */
export type Deed = {
  readonly what: NoteKind;
  readonly facts: Readonly<Record<string, unknown>>;
  /** `by`: who changes it. */
  readonly store: (unit: Unit, by: Person, now: Date) => Promise<unknown>;
};

const beforeOf = async (unit: Unit, version: number): Promise<Before> => {
  const latest = await unit.rounds.latest();
  const held = (await unit.rounds.closed()).filter(({ imported }) => !imported).map(({ number }) => number);
  const open = latest?.state === 'open' ? latest.number : undefined;
  return {
    collaboration: await unit.collaboration(),
    outcomes: await unit.setUp.outcomes(),
    open,
    lastHeld: Math.max(0, open ?? 0, ...held),
    asSeen: (await unit.setUp.version()) === version,
  };
};

const purposeDeed = ({ purpose: written, outcomes: listed }: PurposeWish, before: Before): Deed | undefined => {
  const purpose = acceptable(written, limits.purpose);
  if (listed.length > limits.outcomes) throw new Refused('set-up incomplete');
  const outcomes = listed.map(({ id, text }) => ({ id, text: acceptable(text, limits.outcome) }));
  const texts = outcomes.map(({ text }) => text);
  const was = { purpose: before.collaboration.purpose, outcomes: before.outcomes.map(({ text }) => text) };
  if (purpose === was.purpose && texts.join('\n') === was.outcomes.join('\n')) return undefined;
  const named = outcomes.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const known = named.every((id) => before.outcomes.some((one) => one.id === id));
  if (before.asSeen && (!known || new Set(named).size < named.length)) throw new Refused('not understood');
  const store = async (unit: Unit): Promise<void> => {
    await unit.setUp.setPurpose(purpose);
    await unit.setUp.setOutcomes(outcomes);
  };
  return { what: 'purpose changed', facts: { was, is: { purpose, outcomes: texts } }, store };
};

const practicalDeed = (wish: PracticalWish, { collaboration, open }: Before, now: Date, calendar: Calendar): Deed | undefined => {
  const { language, zone, nextMeeting } = collaboration;
  const was = { language, zone, nextMeeting };
  const is = { language: wish.language, zone: wish.zone, nextMeeting: wish.nextMeeting };
  if (language === is.language && zone === is.zone && nextMeeting === is.nextMeeting) return undefined;
  if (!zoneNames.includes(is.zone)) throw new Refused('set-up incomplete');
  // Its closing time and its reminders were promised in that zone.
  if (is.zone !== zone && open !== undefined) throw new Refused('not while a round is open');
  if (is.nextMeeting !== nextMeeting && is.nextMeeting <= calendar.dateOf(now, is.zone))
    throw new Refused('meeting date not ahead');
  const store = async (unit: Unit, by: Person): Promise<void> => {
    await unit.setUp.setPractical(is);
    if (is.nextMeeting !== nextMeeting) await moveNextMeeting(unit, by, is.nextMeeting, now, calendar);
  };
  return { what: 'practical matters changed', facts: { was, is }, store };
};

/**
 * By an integration manager, from the version of set-up they saw; what somebody else changed meanwhile is never overwritten unseen.
 * The log has what was before. May each run twice? Yes: what stands there as wished is left as it is.
 */
export const changeSetUp = ({ store, clock, calendar }: Needs) => {
  const change = async (who: InChannel, version: number, deedOf: (before: Before) => Deed | undefined): Promise<SetUp> =>
    await store.within(who.collaboration, async (unit) => {
      // A launch, and who says their place, find set-up as it was or as it will be.
      await unit.oneAtATime();
      await integrationManagerOnly(unit, who.person);
      const before = await beforeOf(unit, version);
      const deed = deedOf(before);
      if (deed !== undefined) {
        if (!before.asSeen) throw new Refused('changed meanwhile');
        const now = clock();
        await deed.store(unit, who.person, now);
        await unit.setUp.countChange();
        await unit.note(deed.what, who.person, deed.facts, now);
        // The survey's card names the purpose.
        if (before.open !== undefined)
          await unit.enqueue({ name: 'refresh survey card', collaboration: who.collaboration, round: before.open });
      }
      return await setUpOf(unit, who, clock());
    });

  return {
    purpose: (who: InChannel, version: number, wish: PurposeWish): Promise<SetUp> =>
      change(who, version, (before) => purposeDeed(wish, before)),

    organisations: (who: InChannel, version: number, wish: OrganisationWish): Promise<SetUp> =>
      change(who, version, (before) => organisationDeed(wish, before)),

    practical: (who: InChannel, version: number, wish: PracticalWish): Promise<SetUp> =>
      change(who, version, (before) => practicalDeed(wish, before, clock(), calendar)),
  };
};
