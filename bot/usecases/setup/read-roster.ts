import type { Collaboration, Language, Member, Role } from '../../domain/collaboration.ts';
import type { Headcount } from '../../domain/sums.ts';
import { Refused } from '../../errors.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly, isPlaced } from '../gate.ts';

type Needs = { readonly store: Store };

export type Roster = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly people: Headcount;
  /** They wrote to the app, and answer for no organisation. */
  readonly withoutPlace: number;
};

/** Whose people: of the organisation with this number, of none (0), or everybody. */
export type Group = number | 'all';

/** Some of the people of a group, by name. */
export type RosterPage = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly group: Group;
  readonly people: readonly Member[];
  /** 0 is the first. */
  readonly page: number;
  readonly pages: number;
};

export type RosterPerson = { readonly language: Language; readonly collaboration: Collaboration; readonly member: Member };

/** A list on a card can be searched by eye up to about here, and 28 KB hold it with names in any script. */
export const peopleOnAPage = 40;

const headcount = (members: readonly Member[]): Headcount => {
  const counts = new Map<string, Record<Role, number>>();
  for (const { organisation, role } of members.filter(isPlaced)) {
    const heads = counts.get(String(organisation)) ?? { leader: 0, employee: 0 };
    counts.set(String(organisation), { ...heads, [role]: heads[role] + 1 });
  }
  return Object.fromEntries(counts);
};

/** How many answer for whom. */
export const rosterOf = async (unit: Unit, language: Language | undefined): Promise<Roster> => {
  const collaboration = await unit.collaboration();
  const members = await unit.members.all();
  return {
    language: language ?? collaboration.language,
    collaboration,
    people: headcount(members),
    withoutPlace: members.filter(({ organisation }) => organisation === undefined).length,
  };
};

const pageOf = async (unit: Unit, language: Language | undefined, group: Group, wanted: number): Promise<RosterPage> => {
  const collaboration = await unit.collaboration();
  const shown = language ?? collaboration.language;
  const people = (await unit.members.all())
    .filter(({ organisation = 0 }) => group === 'all' || organisation === group)
    .sort((one, other) => one.name.localeCompare(other.name, shown) || one.id - other.id);
  const pages = Math.max(1, Math.ceil(people.length / peopleOnAPage));
  const page = Math.min(wanted, pages - 1);
  const from = page * peopleOnAPage;
  return { language: shown, collaboration, group, people: people.slice(from, from + peopleOnAPage), page, pages };
};

export const memberNumbered = async (unit: Unit, id: number): Promise<Member> => {
  const member = await unit.members.find(id);
  if (member === undefined) throw new Refused('not on the roster');
  return member;
};

/** The roster as an integration manager sees it, on the way to correct it. Changes nothing. */
export const readRoster = ({ store }: Needs) => {
  const asManager = <T>(who: Inside, read: (unit: Unit) => Promise<T>): Promise<T> =>
    store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      return await read(unit);
    });

  return {
    overview: (who: Inside): Promise<Roster> => asManager(who, (unit) => rosterOf(unit, who.language)),
    people: (who: Inside, group: Group, page: number): Promise<RosterPage> =>
      asManager(who, (unit) => pageOf(unit, who.language, group, page)),
    person: (who: Inside, id: number): Promise<RosterPerson> =>
      asManager(who, async (unit) => {
        const collaboration = await unit.collaboration();
        return { language: who.language ?? collaboration.language, collaboration, member: await memberNumbered(unit, id) };
      }),
  };
};
