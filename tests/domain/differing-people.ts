import { fewestForIndex, questionIds, relationalItems } from '../../bot/domain/instrument.ts';
import type { RelationalItem } from '../../bot/domain/instrument.ts';
import type { Differing, PeopleAtPlace, Place, Whose } from '../../bot/domain/reopening.ts';
import type { Answer } from '../../bot/domain/round.ts';
import type { Role } from '../../bot/domain/collaboration.ts';

/** One respondent about one organisation. */
export type Page = Pick<Answer, 'notWorkingTogether' | 'ratings'> & {
  readonly respondent: string;
  readonly from: string;
  readonly role: Role;
  readonly to: string;
};

export const pageKey = ({ respondent, to }: Page): string => `${respondent} about ${to}`;

/** What a page adds to a place, by the words of method.md; undefined: nothing. */
export const addedBy = (
  page: Page | undefined,
  place: Place,
  asked: readonly RelationalItem[] = relationalItems,
): string | undefined => {
  if (page === undefined) return undefined;
  const { notWorkingTogether, ratings } = page;
  if (place === 'not working together') return notWorkingTogether ? 'so it is' : undefined;
  if (notWorkingTogether) return undefined;
  const given = asked.flatMap((item) => ratings[item] ?? []);
  if (place === 'profile') return given.length === 0 ? undefined : asked.map((item) => ratings[item] ?? '-').join();
  if (place !== 'index') return ratings[place]?.toString();
  if (given.length < fewestForIndex(asked.length)) return undefined;
  return String((given.reduce((sum, rating) => sum + rating, 0) * 420) / given.length);
};

const isOf = (page: Page, { from, role }: Pick<Whose, 'from' | 'role'>): boolean =>
  (from === undefined || page.from === from) && (role === undefined || page.role === role);

const places: readonly Place[] = ['profile', 'index', 'not working together', ...questionIds];

/** What the store counts, person by person. */
export const differingPeople = (
  before: readonly Page[],
  after: readonly Page[],
  asked: readonly RelationalItem[] = relationalItems,
): Differing['people'] => {
  const was = new Map(before.map((page) => [pageKey(page), page]));
  const is = new Map(after.map((page) => [pageKey(page), page]));
  const found = new Map<string, PeopleAtPlace>();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    const to = (one ?? other)?.to ?? '';
    const scopes = [one, other].flatMap((page) => (page ? [{ from: page.from }, { from: page.from, role: page.role }] : []));
    const distinct = new Map([{}, ...scopes].map((scope) => [JSON.stringify(scope), scope]));
    for (const scope of distinct.values()) {
      const within = (page: Page | undefined): Page | undefined => (page && isOf(page, scope) ? page : undefined);
      for (const place of places) {
        if (addedBy(within(one), place, asked) === addedBy(within(other), place, asked)) continue;
        const counted = { to, ...scope, place };
        const known = found.get(JSON.stringify(counted)) ?? { ...counted, changed: 0, added: 0 };
        const which = one === undefined ? 'added' : 'changed';
        found.set(JSON.stringify(counted), { ...known, [which]: known[which] + 1 });
      }
    }
  }
  return [...found.values()];
};

export type Shown = Whose & { readonly place: Place };

/** Who of all people adds something else to this value: two lists of pages, and nothing of how they were counted. */
export const peopleBehind = (
  { to, place, ...whose }: Shown,
  before: readonly Page[],
  after: readonly Page[],
  asked: readonly RelationalItem[] = relationalItems,
): ReadonlySet<string> => {
  const pagesOf = (pages: readonly Page[]): ReadonlyMap<string, Page> =>
    new Map(pages.filter((page) => page.to === to && isOf(page, whose)).map((page) => [page.respondent, page]));
  const [was, is] = [pagesOf(before), pagesOf(after)];
  const all = new Set([...before, ...after].map(({ respondent }) => respondent));
  return new Set([...all].filter((who) => addedBy(was.get(who), place, asked) !== addedBy(is.get(who), place, asked)));
};
