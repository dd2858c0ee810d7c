import { z } from 'zod';
import { placeName, placeNamed, type TabPlace } from './tab-place.ts';

/**
 * Links that open Teams at a place of ours. Teams' own form:
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */

/** The entity ids of the two tabs: the channel's as its configuration sets it, the personal one as the manifest names it. */
export const channelTab = 'collaboration';
export const personalTab = 'me';
export const tabName = 'Common Ground';

const teams = 'https://teams.microsoft.com';

/** Where Teams loads the tab from; on its own, in a browser, this address says to open it in Teams. `publicUrl` without a slash at its end. */
export const tabAddress = (publicUrl: string): string => `${publicUrl}/tab/index.html`;

/** Makes links to a channel's tab. `app`: the app's id in Teams. */
export const linksToTab =
  ({ teamsAppId: app, publicUrl }: { readonly teamsAppId: string; readonly publicUrl: string }) =>
  (channel: string, place: TabPlace = { is: 'first' }): string => {
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

export type LinkedPlace = { readonly channel: string; readonly place: TabPlace };
/** `readLinkToTab` for this app. */
export type ReadLink = (link: string) => LinkedPlace | undefined;

/** What a link to a channel's tab says; undefined where it is none of this app's. */
export const readLinkToTab = (link: string, app: string): LinkedPlace | undefined => {
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
