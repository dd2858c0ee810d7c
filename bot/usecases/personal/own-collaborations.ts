import type { Collaboration, CollaborationId, Member } from '../../domain/collaboration.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { channelOf } from '../which-channel.ts';
import { keepLanguage } from '../gate.ts';
import type { SignedIn } from '../gate.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly log: Log };

/** `atOnce`: questions to Teams under way at the same time, for each may take seconds and somebody waits. */
export type HowMany = { readonly most: number; readonly atOnce: number };

/** `at`: the channel of it they are in. */
export type OwnCollaboration = {
  readonly collaboration: Collaboration;
  readonly member: Member;
  readonly at: LinkedChannel;
};

export type OwnCollaborations<Own extends OwnCollaboration = OwnCollaboration> = {
  readonly collaborations: readonly Own[];
  /** How many there are of which Teams does not say whether the person is in the channel: nothing of them is shown. */
  readonly unchecked: number;
  readonly more: boolean;
};

/** In order, so many at the same time. */
const each = async <In, Out>(items: readonly In[], atOnce: number, work: (item: In) => Promise<Out>): Promise<readonly Out[]> => {
  const results: Out[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of waiting) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};

/**
 * Every collaboration on whose roster the person stands and in whose home channel or a linked one they are now, asked of Teams as for every
 * request. What they are no longer in is left out without a word. `look`: what else is asked of each, in the same transaction.
 */
export const ownCollaborations = ({ store, directory, log }: Needs, { most, atOnce }: HowMany) => {
  type Look<More> = (unit: Unit, own: OwnCollaboration) => Promise<More>;

  const keep = keepLanguage({ store, log });

  const seen = async <More>(id: CollaborationId, { person, language }: SignedIn, look: Look<More>) => {
    const channels = await store.within(id, (unit) => unit.setUp.channels());
    const at = await channelOf(directory, channels, person);
    if (at === 'unknown') return 'unchecked';
    if (at === undefined) return 'not theirs';
    const found = await store.within(id, async (unit) => {
      const member = await unit.members.of(person);
      if (member === undefined) return 'not theirs';
      const own = { collaboration: await unit.collaboration(), member, at };
      return { ...own, ...(await look(unit, own)) };
    });
    if (found !== 'not theirs' && found.member.language !== language) await keep({ collaboration: id, person, language });
    return found;
  };

  return async <More>(who: SignedIn, look: Look<More>): Promise<OwnCollaborations<OwnCollaboration & More>> => {
    const ids = await store.collaborationsOf(who.person, most + 1);
    const all = await each(ids.slice(0, most), atOnce, (id) => seen(id, who, look));
    return {
      collaborations: all
        .filter((one) => typeof one !== 'string')
        .sort((one, other) => one.collaboration.purpose.localeCompare(other.collaboration.purpose)),
      unchecked: all.filter((one) => one === 'unchecked').length,
      more: ids.length > most,
    };
  };
};
