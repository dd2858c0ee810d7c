import type { Browser } from '../browser.ts';
import { fullOverview, sentOf } from './deliveries-pages.ts';
import { onStage } from './on-stage.ts';
import { show, type Stage } from './stage.ts';

describe('the switch for all messages, in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });

  it('says with the focus how it stands after a press, and after a refusal gives it back to the button', async () => {
    let refuse = false;
    stage.answer = ({ path, posted }) => {
      if (path.endsWith('/overview')) return { status: 200, body: fullOverview };
      if (refuse) return { status: 500, body: '' };
      const stops = (posted?.body as { stopped?: boolean } | undefined)?.stopped === true;
      const stopped = stops ? { since: '2026-11-23T07:00:00.000Z', by: 'Hospital trust leader 1' } : null;
      return { status: 200, body: sentOf({ stopped }) };
    };
    const { tab } = await show(browser.context, stage, { address: '#deliveries' });
    await tab.getByRole('button', { name: 'Stop all messages' }).press('Enter');
    await tab.getByRole('button', { name: 'Stop them now' }).and(tab.locator(':focus')).press('Enter');
    await tab.locator('h2:focus').filter({ hasText: 'All messages are stopped' }).waitFor();
    await tab.getByRole('button', { name: 'Start messages again' }).press('Enter');
    await tab.locator('h2:focus').filter({ hasText: 'Messages go out' }).waitFor();
    refuse = true;
    await tab.getByRole('button', { name: 'Stop all messages' }).press('Enter');
    await tab.getByRole('button', { name: 'Stop them now' }).press('Enter');
    await tab.getByRole('alert').waitFor();
    await tab.getByRole('button', { name: 'Stop all messages' }).and(tab.locator(':focus')).waitFor();
  });
});
