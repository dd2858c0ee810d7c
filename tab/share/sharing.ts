import { app, HostClientType, pages } from '@microsoft/teams-js';
import { tabName } from '../../bot/contracts/deep-link.ts';

/** Where Teams can give out a link to a place in a tab; its documentation says that phones and tablets cannot yet. */
const withLinks: readonly HostClientType[] = [HostClientType.web, HostClientType.desktop, HostClientType.macos];

export const canShare = async (): Promise<boolean> => {
  if (!pages.isSupported()) return false;
  const { host } = (await app.getContext()).app;
  return withLinks.includes(host.clientType);
};

/** Teams is not given an empty name: a place that nobody knows is the first screen. */
const firstScreen = 'first';

/** Teams makes the link and shows it to be copied. `place`: as the address names it after `#`; `label`: what the link is called besides. */
export const sharePlace = (place: string, label: string): void => {
  pages.shareDeepLink({
    subPageId: place === '' ? firstScreen : place,
    subPageLabel: label === '' ? tabName : `${tabName}: ${label}`,
  });
};
