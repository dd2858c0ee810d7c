import type { TabPlace } from '../../contracts/tab-place.ts';
import type { Finding, Found } from '../../domain/found.ts';
import { Refused } from '../../errors.ts';
import type { Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Caller } from '../gate.ts';
import { enterChannel } from '../gate.ts';
import { foundRound, latestRelational, pairsIn } from './published.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly log: Log };

const pairAt = async (unit: Unit, place: Extract<TabPlace, { is: 'pair' }>): Promise<Found | undefined> => {
  const snapshot =
    place.round === undefined
      ? await latestRelational(unit, await unit.rounds.all(), await unit.rounds.closed())
      : (await unit.snapshots.ofRound(place.round))?.snapshot;
  const wanted = new Set([place.one, place.other]);
  return snapshot && pairsIn(snapshot, false).find(({ one, other }) => wanted.has(one.id) && wanted.has(other.id));
};

const at = async (unit: Unit, place: TabPlace): Promise<Found | undefined> => {
  switch (place.is) {
    case 'pair':
      return await pairAt(unit, place);
    case 'round': {
      const round = await unit.rounds.find(place.round);
      return round && foundRound(round, await unit.rounds.closed());
    }
    case 'action': {
      const [action] = await unit.actions.some([place.action]);
      return action && { is: 'action', action };
    }
    case 'first':
    case 'timeline':
    case 'actions':
      return { is: 'tab', place: place.is };
    // For integration managers only, or a page without a card; those who read here need not be any. A meeting has no card: who opens the link sees its page.
    case 'deliveries':
    case 'manage':
    case 'meetings':
    case 'meeting':
    case 'minutes':
      return undefined;
  }
};

/**
 * What a link to the home channel's tab leads to, for who is in that channel; for everybody else, where there is nothing, and for a linked
 * channel's tab, whose cards would name the home channel, it is refused alike. It is not shown in a channel of another collaboration. Teams may keep what it was shown for a link, and show it to others in
 * another place: so it is the same everywhere, without values. Changes nothing.
 */
export const followLink = ({ store, directory, log }: Needs) => {
  const enter = enterChannel({ store, directory, log });
  return async (caller: Caller, channel: string, place: TabPlace): Promise<Finding> => {
    const { collaboration: id, through } = await enter(channel, caller);
    const there = caller.channel === undefined ? undefined : await store.linkOf(caller.channel);
    if (through !== undefined || (there !== undefined && there.collaboration !== id)) throw new Refused('no collaboration here');
    return await store.within(id, async (unit): Promise<Finding> => {
      const found = await at(unit, place);
      if (found === undefined) throw new Refused('no collaboration here');
      return { collaboration: await unit.collaboration(), here: false, people: [], found };
    });
  };
};
