import type { Organisation, Person } from '../../domain/collaboration.ts';
import { isHere, limits, sameName } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { leaveActions } from '../actions/leave-actions.ts';
import type { Before, Deed } from './change-set-up.ts';
import { acceptable, freeName } from './organisation-names.ts';

/** `organisation`: its number. */
export type OrganisationWish =
  | { readonly is: 'rename'; readonly organisation: number; readonly name: string }
  | { readonly is: 'add'; readonly name: string }
  | { readonly is: 'leave' | 'return'; readonly organisation: number };

/** Who takes part in a round is fixed while it is open. */
const refuseWhileOpen = ({ open }: Before): void => {
  if (open !== undefined) throw new Refused('not while a round is open');
};

const refuseTooMany = ({ collaboration }: Before): void => {
  if (collaboration.organisations.filter(isHere).length >= limits.organisations) throw new Refused('too many organisations');
};

const rename = (own: Organisation, written: string, { collaboration }: Before): Deed | undefined => {
  const name = freeName(written, collaboration.organisations, own.id);
  if (name === own.name) return undefined;
  const facts = { organisation: own.id, was: own.name, is: name };
  return { what: 'organisation renamed', facts, store: (unit) => unit.setUp.rename(own.id, name) };
};

const add = (written: string, before: Before): Deed | undefined => {
  const { collaboration, lastHeld, asSeen } = before;
  const there = collaboration.organisations.at(-1);
  // The same request again, after its answer was lost.
  if (!asSeen && there !== undefined && sameName(there.name, acceptable(written, limits.name))) return undefined;
  const name = freeName(written, collaboration.organisations);
  refuseWhileOpen(before);
  refuseTooMany(before);
  return { what: 'organisation added', facts: { name }, store: (unit) => unit.setUp.addOrganisation(name, lastHeld + 1) };
};

/**
 * Nobody answers for it any more: its people lose their place, as if each were taken off the roster, so of open actions the organisation
 * stays the owner without them, and integration managers are nudged about those nobody else owns. Who is integration manager or chair
 * stays one.
 */
const endPlaces = async (unit: Unit, organisation: number, now: Date): Promise<void> => {
  for (const member of await unit.members.all()) {
    if (member.organisation !== organisation) continue;
    await unit.members.place(member.id, undefined);
    await leaveActions(unit, member.id, now);
  }
};

/** It stays where it took part, with its answers; the next round leaves it out. */
const leave = (own: Organisation, before: Before): Deed | undefined => {
  if (!isHere(own)) return undefined;
  refuseWhileOpen(before);
  const { organisations } = before.collaboration;
  if (organisations.filter(isHere).length <= limits.fewestOrganisations) throw new Refused('fewer than two organisations');
  const { id, joinedWith } = own;
  const part = { joinedWith, leftAfter: before.lastHeld };
  const store = async (unit: Unit, _: Person, now: Date): Promise<void> => {
    await unit.setUp.setPart(id, part);
    await endPlaces(unit, id, now);
  };
  return { what: 'organisation left', facts: { organisation: id }, store };
};

/** Where rounds were held without it, it takes part again from the next one on. Its people say anew that they answer for it. */
const comeBack = (own: Organisation, before: Before): Deed | undefined => {
  const { id, joinedWith, leftAfter } = own;
  if (leftAfter === undefined) return undefined;
  refuseWhileOpen(before);
  refuseTooMany(before);
  const part = { joinedWith: leftAfter < before.lastHeld ? before.lastHeld + 1 : joinedWith };
  return { what: 'organisation returned', facts: { organisation: id }, store: (unit) => unit.setUp.setPart(id, part) };
};

/** What a wish changes; undefined: it is so already. Numbers, and with them the order, never change. */
export const organisationDeed = (wish: OrganisationWish, before: Before): Deed | undefined => {
  if (wish.is === 'add') return add(wish.name, before);
  const own = before.collaboration.organisations.find(({ id }) => id === wish.organisation);
  if (own === undefined) throw new Refused('unknown organisation');
  if (wish.is === 'rename') return rename(own, wish.name, before);
  return wish.is === 'leave' ? leave(own, before) : comeBack(own, before);
};
