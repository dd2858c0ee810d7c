import type { Collaboration, CollaborationId, Language, Member, Person } from '../domain/collaboration.ts';
import type { LinkedChannel } from '../domain/set-up.ts';
import { zoneNames } from '../domain/zones.ts';
import { Refused } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Directory } from '../ports/teams.ts';
import type { Unit } from '../ports/unit.ts';
import { channelOf } from './which-channel.ts';

/** Who sent a signed activity, and from where; nothing in it comes from a card. */
export type Caller = {
  readonly person: Person;
  readonly name: string;
  readonly teamsUserId: string;
  /** The channel the activity came from, and the tenant that hosts it; channel undefined in a 1:1 chat. */
  readonly channel: string | undefined;
  readonly tenantId: string;
  /** The language of the person's Teams, where it is one of ours. */
  readonly language: Language | undefined;
  /** The zone of the person's device, IANA, as it was sent: `zoneOf` says whether it is one we know. */
  readonly zone?: string | undefined;
};

/** Whose signed request it is, before it is known where they may be let in. */
export type SignedIn = Pick<Caller, 'person' | 'language'>;

/**
 * `through`: the linked channel they were let in by; absent: the home channel. Through a linked channel people answer, read what is
 * published and ask for their own data; everything else stays in the home channel (product.md, Words).
 */
export type Entered = Caller & { readonly collaboration: CollaborationId; readonly through?: string };

/** Somebody who has been let in, by the bot or by the tab. */
export type Inside = Pick<Entered, 'collaboration' | 'person' | 'language' | 'through'>;

/** What is for the home channel alone. */
export const atHomeOnly = <Who extends Pick<Entered, 'through'>>(who: Who): Who => {
  if (who.through !== undefined) throw new Refused('only in the home channel');
  return who;
};

const throughOf = (channel: string, home: boolean): { readonly through?: string } => (home ? {} : { through: channel });

type Needs = { readonly store: Store; readonly directory: Directory; readonly log: Log };

/**
 * What a member's Teams speaks is kept, for what the app writes to them by itself; another language than ours is not. It never fails what
 * they asked for. May it run twice? Yes, also at once: one of those said stands.
 */
export const keepLanguage =
  ({ store, log }: Pick<Needs, 'store' | 'log'>) =>
  async ({ collaboration, person, language }: Inside): Promise<void> => {
    if (language === undefined) return;
    try {
      await store.keepLanguage(collaboration, person, language);
    } catch (fault) {
      log.warn({ fault: fault instanceof Error ? fault.message : String(fault) }, 'the language of a person was not kept');
    }
  };

/**
 * The one way in. From a channel: the collaboration it belongs to, and no other. From a 1:1 chat: the one the card points to, if the
 * person is on its roster and in its home channel now, or in a linked one: who takes part through that gets surveys and nudges in their
 * chat too. What does not exist and what is not theirs look the same.
 */
export const enter =
  ({ store, directory }: Pick<Needs, 'store' | 'directory'>) =>
  async (caller: Caller, pointer?: string): Promise<Entered> => {
    if (caller.channel !== undefined) {
      const here = await store.linkOf(caller.channel);
      if (here === undefined || (pointer !== undefined && pointer !== here.collaboration))
        throw new Refused('no collaboration here');
      return { ...caller, collaboration: here.collaboration, ...throughOf(caller.channel, here.home) };
    }
    const named = pointer === undefined ? undefined : await store.collaborationNamed(pointer);
    if (named === undefined) throw new Refused('no collaboration here');
    const channels = await store.within(named, async (unit) =>
      (await unit.members.of(caller.person)) === undefined ? undefined : await unit.setUp.channels(),
    );
    if (channels === undefined) throw new Refused('no collaboration here');
    const found = await inOneNow(directory, channels, caller.person);
    return { ...caller, collaboration: named, ...throughOf(found.channel, found.home) };
  };

const inOneNow = async (directory: Directory, channels: readonly LinkedChannel[], person: Person): Promise<LinkedChannel> => {
  const found = await channelOf(directory, channels, person);
  if (found === 'unknown') throw new Refused('Teams does not answer');
  if (found === undefined) throw new Refused('no collaboration here');
  return found;
};

/**
 * For the tab: the channel is what the page says it is, so Teams is asked whether this person is in it. In a linked channel it shows the
 * same published results to whoever is in that one. Of a channel that is nobody's Teams is asked just so: how long an answer takes does not
 * tell whether there is a collaboration.
 */
export const enterChannel =
  ({ store, directory, log }: Needs) =>
  async (channel: string, { person, language }: SignedIn): Promise<Inside> => {
    const here = await store.linkOf(channel);
    if (here === undefined) {
      await directory.isInChannel(person.tenantId, channel, person);
      throw new Refused('no collaboration here');
    }
    const { collaboration, home } = here;
    const channels = await store.within(collaboration, (unit) => unit.setUp.channels());
    await inOneNow(
      directory,
      channels.filter((one) => one.channel === channel),
      person,
    );
    const who = { collaboration, person, language, ...throughOf(channel, home) };
    await keepLanguage({ store, log })(who);
    return who;
  };

/** What adds something is refused by the store itself; this is for what would only lead there. */
export const refuseClosed = ({ closed }: Pick<Collaboration, 'closed'>): void => {
  if (closed !== undefined) throw new Refused('collaboration closed');
};

/** Where a person is, for the hours and holidays they may be written in; nothing where that is not one of the zones set-up offers. */
export const zoneOf = ({ zone }: Pick<Caller, 'zone'>): { readonly zone?: string } =>
  zone !== undefined && zoneNames.includes(zone) ? { zone } : {};

/** The language their Teams speaks; nothing where that is none of ours. */
export const spokenBy = ({ language }: Pick<Caller, 'language'>): { readonly language?: Language } =>
  language === undefined ? {} : { language };

/** A member who has said which organisation they answer for. */
export type PlacedMember = Member & { readonly organisation: number; readonly role: NonNullable<Member['role']> };

export const isPlaced = (member: Member | undefined): member is PlacedMember =>
  member?.organisation !== undefined && member.role !== undefined;

export const integrationManagerOnly = async (unit: Unit, person: Person): Promise<Member> => {
  const member = await unit.members.of(person);
  if (!member?.integrationManager) throw new Refused('only integration managers');
  return member;
};

/** Whether somebody leads meetings: takes one from step to step, plans, writes down, ends it. Everybody else follows. */
export const leadsMeetings = (member: Member | undefined): boolean =>
  member !== undefined && (member.chair || member.integrationManager);

/** Who leads a meeting, or holds the collaboration together. */
export const chairOrManager = async (unit: Unit, person: Person): Promise<Member> => {
  const member = await unit.members.of(person);
  if (member === undefined || !leadsMeetings(member)) throw new Refused('only chairs or integration managers');
  return member;
};
