import assert from 'node:assert/strict';
import type { Summary } from '../../bot/contracts/summary-api.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { publishedSummary } from '../../bot/usecases/results/published-summary.ts';
import { type Reader, readerIn } from '../../tab/reader.ts';
import { partsOf } from '../../tab/summary/parts.ts';
import { numbersIn, published } from './numbers.ts';
import { checkBack, full } from './results-fixtures.ts';
import { onStage } from './on-stage.ts';
import { most, summaryOf } from './summary-fixtures.ts';
import { show } from './stage.ts';
import type { Browser } from '../browser.ts';
import type { Stage } from './stage.ts';
import { overviewOf } from './fixtures.ts';
import { unzip } from './unzip.ts';

/** By its address, for the reason that pack.test.ts gives. */
const { summaryFile } = (await import(new URL('../../tab/pack/summary-file.ts', import.meta.url).href)) as {
  summaryFile: (reader: Reader, summary: Summary) => Promise<{ name: string; content: Blob }>;
};
const reader = readerIn('en', 'Europe/Oslo');

describe('the summary, made of what is published', () => {
  const outcomes = (checkBack.outcomes ?? []).map(({ outcome: id, text }) => ({ id, text }));

  it('holds no number of answers that no snapshot holds', () => {
    const { outcomes: shown, index, focus } = publishedSummary([full, checkBack], outcomes);
    const known = new Set([...published(full), ...published(checkBack)]);
    assert.deepEqual(
      numbersIn({ shown, index, focus }).filter((number) => !known.has(String(number))),
      [],
    );
    assert.deepEqual(shown.find(({ text }) => text === 'People are asked what matters to them.')?.reached, {
      hidden: 'fewer than k',
    });
  });

  it('says of a hidden outcome that it is hidden and why, and fills no step', () => {
    const { lines } = partsOf(reader, summaryOf()).outcomes;
    assert.deepEqual(
      lines.map(({ note, step }) => [note, step]),
      [
        ['Active, 2.4', 3],
        ['Latent, 1.5 or lower', 1],
        ['Hidden: fewer than 5 answered', undefined],
        ['Developing, 1.9', 2],
        ['Not asked about yet', undefined],
      ],
    );
  });

  it('takes the latest check-back, and nothing of an earlier one', () => {
    const earlier: Snapshot = { ...checkBack, round: 1 };
    const later: Snapshot = { ...checkBack, round: 9, outcomes: checkBack.outcomes?.slice(1) };
    const { outcomes: shown, checkBack: latest } = publishedSummary([earlier, full, later], outcomes);
    assert.equal(latest?.round, 9);
    assert.equal(shown[0]?.reached, null);
  });

  it('says strengths and priorities in words, without their numbers', () => {
    for (const summary of [summaryOf(), summaryOf({ chosen: null })]) {
      const { works, talk } = partsOf(reader, summary);
      const texts = [...works.lines, ...talk.lines].map(({ text, note = '' }) => `${text} ${note}`);
      assert.ok(texts.length > 1);
      assert.doesNotMatch(texts.join(), /\d\.\d/);
    }
  });

  it('shows the priorities a meeting chose, with its date; before any has, what is suggested, and says so', () => {
    const chosen = partsOf(reader, summaryOf()).talk;
    assert.deepEqual([chosen.title, chosen.about], ['What we give priority', 'Chosen at the meeting on 7 October 2026']);
    assert.deepEqual(chosen.lines, [
      { text: 'Hospital trust and Municipality A', note: 'Two views of one collaboration' },
      { text: 'Night shifts' },
    ]);
    const suggested = partsOf(reader, summaryOf({ chosen: null })).talk;
    assert.equal(suggested.title, 'Suggested as priorities');
    assert.match(suggested.about ?? '', /No meeting has chosen yet\. These are suggestions from round \d+/);
    assert.equal(suggested.lines.length, summaryOf().focus?.proposed.length);
  });
});

describe('an action on one page', () => {
  it('ends at a word where its text is long; the whole stands on the board', () => {
    const [line] = partsOf(reader, most).tests.lines;
    assert.ok(line !== undefined && line.text.length <= 120);
    assert.match(line.text, /\w…$/);
  });
});

describe('the summary as a slide', () => {
  const slidesOf = async (summary: Summary) => {
    const { content } = await summaryFile(reader, summary);
    return [...unzip(Buffer.from(await content.arrayBuffer()))]
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map(([, body]) => body.toString('utf8'));
  };

  it('is one slide of texts, and says every line of the page', async () => {
    for (const summary of [summaryOf(), summaryOf({ chosen: null }), most]) {
      const slides = await slidesOf(summary);
      assert.equal(slides.length, 1);
      const said = [...(slides[0] ?? '').matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text).join('\n');
      const { outcomes, works, talk, index, meetings, actions, kept } = partsOf(reader, summary);
      assert.ok(said.includes(talk.about ?? '-'), 'whose choice it is');
      for (const { lines } of [outcomes, works, talk, index, meetings, actions, kept])
        for (const { text } of lines) assert.ok(said.includes(text), text);
    }
  });
});

describe('the pages to print', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stage: Stage;
  onStage((openedBrowser, raisedStage) => {
    browser = openedBrowser;
    stage = raisedStage;
  });
  const opened = async (address: string, summary: Summary = summaryOf()) => {
    stage.asked.length = 0;
    stage.answer = ({ path }) => {
      if (path.endsWith('/exports')) return { status: 200, body: {} };
      return { status: 200, body: path.endsWith('/summary') ? summary : overviewOf({ latest: full }) };
    };
    const shown = await show(browser.context, stage, { address });
    await shown.tab.locator('main.made').waitFor();
    return shown;
  };
  const exported = () => stage.asked.filter(({ path }) => path.endsWith('/exports')).map(({ posted }) => posted?.body);

  it('are opened from the first screen, and the way back gives the focus back', async () => {
    const { tab } = await opened('#plan-picture');
    assert.match(await tab.locator('main.made h1').innerText(), /one plan, not four/);
    await tab.locator('main.made a.link').first().click();
    await tab.locator('a[href="#plan-picture"]:focus').waitFor();
    await tab.locator('a[href="#summary"]').click();
    await tab.locator('main.made.upright').waitFor();
  });

  /** As the browser would print it: the page without what runs on it, on paper. */
  const sheetsOf = async (address: string, summary: Summary, format: 'A4' | 'A3'): Promise<number> => {
    const { tab, page } = await opened(address, summary);
    const html = await tab.locator('html').evaluate((root) => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
      root.querySelectorAll('script, link, style').forEach((one) => {
        one.remove();
      });
      return `<!doctype html><style>${rules.join('\n')}</style>${document.body.outerHTML}`;
    });
    const paper = await page.context().newPage();
    await paper.setContent(html);
    const lying = address === '#plan-picture';
    const printed = await paper.pdf({ format, landscape: lying, preferCSSPageSize: !lying });
    await paper.close();
    return printed.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  };

  it('take one sheet each, however much is written on them: upright A4, and A4 or A3 lying', async () => {
    for (const summary of [summaryOf(), most]) {
      assert.equal(await sheetsOf('#summary', summary, 'A4'), 1);
      assert.equal(await sheetsOf('#plan-picture', summary, 'A4'), 1);
      assert.equal(await sheetsOf('#plan-picture', summary, 'A3'), 1);
    }
  });

  it('are in the log before they leave: the slide and the picture', async () => {
    const one = await opened('#summary');
    const coming = one.page.waitForEvent('download');
    await one.tab.getByRole('button', { name: 'One slide (PowerPoint)' }).click();
    assert.equal((await coming).suggestedFilename(), 'Summary.pptx');
    assert.deepEqual(exported(), [{ kind: 'pptx', page: 'summary' }]);
    const other = await opened('#plan-picture');
    await other.tab.locator('html').evaluate(() => {
      window.print = () => {
        document.body.setAttribute('data-printed', 'yes');
      };
    });
    await other.tab.getByRole('button', { name: 'Print' }).click();
    await other.tab.locator('body[data-printed]').waitFor();
    assert.deepEqual(exported(), [{ kind: 'print', page: 'plan picture' }]);
  });
});
