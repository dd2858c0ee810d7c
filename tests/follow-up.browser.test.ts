import { sampleFounder } from '../local/seed.ts';
import { browserPath } from './browser.ts';
import { npmStart, type Started } from './npm-start.ts';
import { patience } from './store-engines.ts';
import { channel } from './walk.ts';

const path = browserPath();
const owner = 'municipality-a-leader-1';
const heir = 'municipality-a-leader-2';
const said = 'Who calls people back, and when?';
const day = 86_400_000;

if (path === undefined)
  it.skip('from a message to done: no Chrome, Edge or Chromium was found (apt install chromium, or name one by BROWSER_PATH)');
else
  describe('npm start: what was agreed is followed up until it is done', function () {
    this.timeout(4 * patience);
    let started: Started;

    before(async function () {
      this.timeout(6 * patience);
      started = await npmStart(path);
    });
    after(() => started.stop());

    it('agreed from a message, it stands in the channel with its owner', async () => {
      const { be, messageWith, moveClockTo, page } = started;
      await be(owner);
      const box = page.getByLabel('Message', { exact: true });
      await box.fill(said);
      await box.press('Enter');
      await messageWith(said).getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: 'Agree an action' }).click();
      const form = page.getByRole('dialog', { name: 'Agree an action' });
      const due = new Date(Date.now() + 6 * day).toISOString().slice(0, 10);
      await form.getByLabel('Due').fill(due);
      await form.getByRole('button', { name: 'Agree an action' }).click();
      await form.getByText(/^Agreed\./).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('article .card').filter({ hasText: said }).waitFor();
      await moveClockTo(due);
    });

    it('when the clock has moved on, its owner is nudged in private and says: stuck, rule or law', async () => {
      const { be, messageWith, untilRead } = started;
      await be(owner, 'chat');
      await untilRead(said);
      const nudge = messageWith(said);
      await nudge.getByRole('button', { name: 'Open' }).click();
      await nudge.getByRole('button', { name: 'Stuck because …' }).click();
      await nudge.getByLabel('Rule or law').check();
      await nudge.getByRole('button', { name: 'Say that it is stuck' }).click();
      await nudge.getByText('stuck: Rule or law').waitFor();
    });

    it('the integration manager sees it on the board, and in the digest of a Monday', async () => {
      const { be, tab, messageWith, untilRead } = started;
      await be(sampleFounder, channel, 'tab');
      await tab().getByRole('link', { name: 'Agreed actions' }).click();
      await tab().getByRole('region', { name: 'Stuck (1)' }).getByRole('link', { name: said }).waitFor();
      await tab().getByText('Rule or law: 1').waitFor();
      await be(sampleFounder, 'chat');
      await untilRead('1 action is stuck');
      await messageWith('1 action is stuck').getByText('Rule or law (1)').waitFor();
    });

    it('its owner hands it over in the tab, and the new one finishes it', async () => {
      const { be, tab } = started;
      const open = async (): Promise<void> => {
        await tab().getByRole('link', { name: 'Agreed actions' }).click();
        await tab().getByRole('link', { name: said }).click();
      };
      await be(owner, channel, 'tab');
      await open();
      await tab().getByRole('button', { name: 'Hand over …' }).click();
      await tab()
        .getByRole('button', { name: /^Municipality A leader 1/ })
        .first()
        .click();
      await tab()
        .getByRole('button', { name: /Municipality A leader 2/ })
        .first()
        .click();
      await tab().getByRole('button', { name: 'Hand it over' }).click();
      await tab().getByText('Handed over').waitFor();
      await be(heir, channel, 'tab');
      await open();
      await tab().getByRole('button', { name: 'Done', exact: true }).click();
      await tab().getByText('Done', { exact: true }).first().waitFor();
      await tab().getByRole('link', { name: 'Back to the actions' }).click();
      await tab().getByText('Done (1)').waitFor();
    });
  });
