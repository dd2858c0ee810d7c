import { z } from 'zod';

/**
 * Links that open Teams at a place of ours. Teams' own form:
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */

/** The entity ids of the two tabs: the channel's as its configuration sets it, the personal one as the manifest names it. */
export const channelTab = 'collaboration';
export const personalTab = 'me';
export const tabName = 'Common Ground';

/** Where in the channel's tab. An `action` has no page yet: its link leads to the first screen. */
export type TabPlace =
  | { readonly is: 'first' }
  /** `round`: in the results of this one; without it, in the latest. */
  | { readonly is: 'pair'; readonly one: number; readonly other: number; readonly round?: number }
  | { readonly is: 'timeline' }
  | { readonly is: 'round'; readonly round: number }
  | { readonly is: 'action'; readonly action: number };

const first: TabPlace = { is: 'first' };

/** A place as Teams carries it, and as the tab's address names it after `#`; empty for the first screen. */
export const placeName = (place: TabPlace): string => {
  switch (place.is) {
    case 'first':
      return '';
    case 'pair': {
      const pair = `pair-${place.one}-${place.other}`;
      return place.round === undefined ? pair : `round-${place.round}-${pair}`;
    }
    case 'timeline':
      return 'timeline';
    case 'round':
      return `round-${place.round}`;
    case 'action':
      return `action-${place.action}`;
  }
};

const named =
  /^(?:(?:round-(?<of>[1-9]\d{0,4})-)?pair-(?<one>[1-9]\d{0,4})-(?<other>[1-9]\d{0,4})|round-(?<round>[1-9]\d{0,4})|action-(?<action>[1-9]\d{0,8}))$/;

/** The place a name stands for. Whoever makes a link may write anything there: what is not known is the first screen. */
export const placeNamed = (name: string | undefined): TabPlace => {
  const parts: Readonly<Partial<Record<string, string>>> | undefined = named.exec(name ?? '')?.groups;
  if (parts === undefined) return name === 'timeline' ? { is: 'timeline' } : first;
  const { of, one, other, round, action } = parts;
  if (one !== undefined)
    return { is: 'pair', one: Number(one), other: Number(other), ...(of === undefined ? {} : { round: Number(of) }) };
  return round === undefined ? { is: 'action', action: Number(action) } : { is: 'round', round: Number(round) };
};

const teams = 'https://teams.microsoft.com';

/** Where Teams loads the tab from; on its own, in a browser, this address says to open it in Teams. `publicUrl` without a slash at its end. */
export const tabAddress = (publicUrl: string): string => `${publicUrl}/tab/index.html`;

/** Makes links to a channel's tab. `app`: the app's id in Teams. */
export const linksToTab =
  ({ teamsAppId: app, publicUrl }: { readonly teamsAppId: string; readonly publicUrl: string }) =>
  (channel: string, place: TabPlace = first): string => {
    const name = placeName(place);
    const context = { channelId: channel, ...(name === '' ? {} : { subEntityId: name }) };
    const search = Object.entries({ webUrl: tabAddress(publicUrl), label: tabName, context: JSON.stringify(context) });
    return `${teams}/l/entity/${app}/${channelTab}?${search.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
  };
export type LinkToTab = ReturnType<typeof linksToTab>;

/** A link to a message of a channel, such as the card of a survey. `hostTenant`: the tenant the channel is in. */
export const linkToMessage = (hostTenant: string, channel: string, message: string): string =>
  `${teams}/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}?tenantId=${encodeURIComponent(hostTenant)}`;

const context = z.object({ channelId: z.string().min(1), subEntityId: z.string().optional(), subPageId: z.string().optional() });

/** What a link to a channel's tab says; undefined where it is none of this app's. */
export const readLinkToTab = (link: string, app: string): { readonly channel: string; readonly place: TabPlace } | undefined => {
  if (!URL.canParse(link)) return undefined;
  const { origin, pathname, searchParams } = new URL(link);
  if (origin !== teams || pathname.toLowerCase() !== `/l/entity/${app}/${channelTab}`) return undefined;
  const read = context.safeParse(jsonOf(searchParams.get('context') ?? ''));
  if (!read.success) return undefined;
  const { channelId, subEntityId, subPageId } = read.data;
  return { channel: channelId, place: placeNamed(subEntityId ?? subPageId) };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
