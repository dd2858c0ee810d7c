import { browserPath, openBrowser, type Browser } from '../browser.ts';
import { builtTab } from './build.ts';
import { raiseStage, type Stage } from './stage.ts';

/**
 * Gives the rules of a block one browser and one stage with the built tab on it, and closes every page after each rule. Where no browser
 * is found the block is skipped.
 */
export const onStage = (ready: (browser: Browser, stage: Stage) => void): void => {
  const path = browserPath();
  let opened: { readonly browser: Browser; readonly stage: Stage } | undefined;
  before(async function () {
    if (path === undefined) {
      this.skip();
      return;
    }
    opened = { browser: await openBrowser(path), stage: await raiseStage(await builtTab()) };
    ready(opened.browser, opened.stage);
  });
  after(async () => {
    opened?.stage.close();
    await opened?.browser.close();
  });
  afterEach(async () => {
    for (const page of opened?.browser.context.pages().slice(1) ?? []) await page.close();
  });
};
