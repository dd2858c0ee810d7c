import { pages } from '@microsoft/teams-js';
import { channelTab } from '../../bot/contracts/deep-link.ts';

/** What Teams keeps of the tab. `name`: what its button says unless the person who adds it writes another. */
const settingsOf = (page: string, name: string): pages.InstanceConfig => {
  // Without what stands behind `?` and `#` here.
  const { href } = new URL('index.html', page);
  return { entityId: channelTab, contentUrl: href, websiteUrl: href, suggestedDisplayName: name };
};

/** Lets Teams' own button Save work. May it run twice? Yes: the later name counts. */
export const offerTab = (name: string): void => {
  pages.config.registerOnSaveHandler((event) => {
    pages.config.setConfig(settingsOf(location.href, name)).then(
      () => {
        event.notifySuccess();
      },
      (reason: unknown) => {
        event.notifyFailure(reason instanceof Error ? reason.message : String(reason));
      },
    );
  });
  pages.config.setValidityState(true);
};
