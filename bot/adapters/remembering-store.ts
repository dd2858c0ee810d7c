import type { CollaborationId, Language, Person } from '../domain/collaboration.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link, Standing, Store } from '../ports/store.ts';

/**
 * How long it is believed that a channel is the home of a collaboration, in milliseconds. That it is linked to one is never remembered, for
 * that may end, and everybody's access with it, at once and on every server; nor that it has none.
 */
const linkBelieved = 60_000;
/** That somebody saved a page is told this often, in milliseconds; it is asked about in minutes. */
const pageTold = 20_000;
/**
 * How long a person's language is believed to be kept, in milliseconds: longer than an answer page believes where they stand, and where
 * they say another to another server meanwhile, this one notices after it.
 */
const languageBelieved = 60_000;
const mostRemembered = 20_000;

type Remembered<T> = {
  get(key: string, longest: number): T | undefined;
  put(key: string, value: T): void;
  drop(key: string): void;
};

/** Values with the time they were learnt; emptied when full, for what is forgotten is only asked again. */
const memory = <T>(clock: Clock): Remembered<T> => {
  const known = new Map<string, { readonly value: T; readonly learnt: number }>();
  return {
    get: (key, longest) => {
      const found = known.get(key);
      return found !== undefined && clock().getTime() - found.learnt < longest ? found.value : undefined;
    },
    put: (key, value) => {
      if (known.size >= mostRemembered) known.clear();
      known.set(key, { value, learnt: clock().getTime() });
    },
    drop: (key) => {
      known.delete(key);
    },
  };
};

/**
 * The same store, which saves trips to the database where people press one button after the other: of which collaboration a channel
 * is the home, that pages are being saved, which language of a person is kept, and, for who says how old it may be, where a person stands in a round.
 */
export const rememberingStore = (store: Store, clock: Clock): Store => {
  const links = memory<Link>(clock);
  const standings = memory<Standing>(clock);
  const pages = memory<Date>(clock);
  const languages = memory<Language>(clock);
  const keyOf = (collaboration: CollaborationId, { tenantId, objectId }: Person): string =>
    `${collaboration} ${tenantId} ${objectId}`;
  return {
    ...store,
    linkOf: async (channel) => {
      const known = links.get(channel, linkBelieved);
      if (known !== undefined) return known;
      const link = await store.linkOf(channel);
      if (link?.home === true) links.put(channel, link);
      else links.drop(channel);
      return link;
    },
    pageTurned: async (collaboration, round, at) => {
      const key = `${collaboration} ${round}`;
      if (pages.get(key, pageTold) !== undefined) return;
      pages.put(key, at);
      await store.pageTurned(collaboration, round, at);
    },
    standing: async (collaboration, person, round, oldest = 0) => {
      const key = `${keyOf(collaboration, person)} ${round}`;
      const known = standings.get(key, oldest * 1_000);
      if (known !== undefined) return known;
      const standing = await store.standing(collaboration, person, round);
      const { language } = standing.member ?? {};
      if (language !== undefined) languages.put(keyOf(collaboration, person), language);
      // Only of somebody who may answer: who may not yet, may any moment.
      if (standing.participation === undefined) standings.drop(key);
      else standings.put(key, standing);
      return standing;
    },
    keepLanguage: async (collaboration, person, language) => {
      const key = keyOf(collaboration, person);
      if (languages.get(key, languageBelieved) === language) return true;
      const kept = await store.keepLanguage(collaboration, person, language);
      if (kept) languages.put(key, language);
      return kept;
    },
  };
};
