import type { ListedNote, NoteGroup, Noted } from '../../domain/audit.ts';
import { listedNotes } from '../../domain/audit.ts';
import type { Collaboration, Member, Person } from '../../domain/collaboration.ts';
import type { Store } from '../../ports/store.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';

/** `left`: somebody whose place on the roster has ended. `stranger`: in the channel, and on no roster. `clock`: the app, in its time. */
export type LogPerson = { readonly is: 'person'; readonly name: string } | { readonly is: 'left' | 'stranger' | 'clock' };

/** What an entry is about, as far as it says so; never a text that somebody wrote. */
export type LogAbout = {
  readonly round?: number;
  readonly meeting?: number;
  readonly action?: number;
  readonly organisation?: string;
  readonly whom?: LogPerson;
};

export type LogRow = {
  readonly id: number;
  readonly at: Date;
  readonly by: LogPerson;
  readonly what: ListedNote;
  readonly about: LogAbout;
};

export type LogView = { readonly collaboration: Collaboration; readonly rows: readonly LogRow[]; readonly more: boolean };

const onAPage = 50;

/** The name the roster knows now. Who was taken off it stands there without a place, and is named no more. */
const nameOf = (member: Member | undefined): LogPerson => {
  if (member === undefined) return { is: 'stranger' };
  const isHere = member.organisation !== undefined || member.integrationManager || member.chair;
  return isHere ? { is: 'person', name: member.name } : { is: 'left' };
};

const numberIn = (facts: Noted['facts'], key: string): number | undefined => {
  const found = facts[key];
  return typeof found === 'number' ? found : undefined;
};

const organisationIn = (facts: Noted['facts']): number | undefined => {
  const { is } = facts;
  const place = typeof is === 'object' && is !== null && 'organisation' in is ? is.organisation : undefined;
  return numberIn(facts, 'organisation') ?? (typeof place === 'number' ? place : undefined);
};

const aboutOf = (facts: Noted['facts'], { organisations }: Collaboration, members: readonly Member[]): LogAbout => {
  const [round, meeting, action] = ['round', 'meeting', 'action'].map((key) => numberIn(facts, key));
  const organisation = organisations.find(({ id }) => id === organisationIn(facts))?.name;
  const member = numberIn(facts, 'member');
  const whom = member === undefined ? undefined : nameOf(members.find(({ id }) => id === member));
  return {
    ...(round === undefined ? {} : { round }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(action === undefined ? {} : { action }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(whom === undefined ? {} : { whom }),
  };
};

const same = ({ tenantId, objectId }: Person, { tenantId: tenant, objectId: object }: Person): boolean =>
  tenantId.toLowerCase() === tenant.toLowerCase() && objectId.toLowerCase() === object.toLowerCase();

/**
 * The log, newest first, for integration managers. Nothing in it says who answered, what, or who was reminded: none of that is noted; and
 * what people did with their own data is left out. Texts that somebody wrote stay in the database. Changes nothing. `before`: only what
 * is older than this row.
 */
export const readLog =
  ({ store }: { readonly store: Store }) =>
  (who: Inside, only: NoteGroup | 'all', before?: number): Promise<LogView> =>
    store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      const collaboration = await unit.collaboration();
      const members = await unit.members.all();
      const found = await unit.log({ kinds: listedNotes(only), before, most: onAPage + 1 });
      const rows = found.slice(0, onAPage).map(({ id, at, what, facts, person }): LogRow => ({
        ...{ id, at, what },
        by: person === undefined ? { is: 'clock' } : nameOf(members.find((member) => same(member, person))),
        about: aboutOf(facts, collaboration, members),
      }));
      return { collaboration, rows, more: found.length > onAPage };
    });
