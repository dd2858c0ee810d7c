import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { browserPath, openBrowser } from '../browser.ts';
import { builtTab } from './build.ts';
import { everyPage, openPage, themesOf, wear } from './every-page.ts';
import { raiseStage, type Shown } from './stage.ts';

/**
 * `npm run screenshots -- [folder] [name ...]`: every page of the tab, or those whose name begins so, in three themes, two languages and two
 * widths, with a contact sheet. Sample data on a loopback port; nothing else is asked for.
 */
const [folder = 'screenshots', ...wanted] = process.argv.slice(2);
const path = browserPath();
if (path === undefined) throw new Error('No Chrome, Edge or Chromium was found; name one by BROWSER_PATH.');
const languages = { en: 'en-us', nb: 'nb-no' } as const;
const sizes = [
  { width: 1280, height: 720 },
  { width: 320, height: 640 },
] as const;
const tallest = 6_000;

/** Higher than the window where more stands on the page. */
async function fit({ page, tab }: Shown, { width, height }: (typeof sizes)[number], fillsWindow = false): Promise<void> {
  await page.setViewportSize({ width, height });
  if (fillsWindow) return;
  const needed = await tab.locator('html').evaluate(({ scrollHeight }) => scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, needed), tallest) });
}

const pages = everyPage.filter(({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));
const names: string[] = [];
mkdirSync(folder, { recursive: true });
const browser = await openBrowser(path);
const stage = await raiseStage(await builtTab());
for (const one of pages)
  for (const [language, locale] of Object.entries(languages)) {
    const shown = await openPage(browser.context, stage, one, { locale });
    for (const size of sizes) {
      await fit(shown, size, one.fillsWindow);
      for (const theme of themesOf(one)) {
        await wear(shown, theme);
        const name = `${one.name}.${language}.${size.width}.${theme}.png`;
        await shown.page.screenshot({ path: join(folder, name) });
        names.push(name);
      }
    }
    await shown.page.close();
  }
stage.close();
await browser.close();

const sheet = pages.map(({ name }) => {
  const own = names.filter((file) => file.startsWith(`${name}.`));
  const pictures = own.map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`);
  return `<h2>${name}</h2><p>${pictures.join('')}</p>`;
});
const style = 'body{font-family:sans-serif}p{display:flex;gap:8px;overflow-x:auto}img{height:320px;border:1px solid #888}';
const head = `<!doctype html><meta charset="utf-8"><title>Every page</title><style>${style}</style>`;
writeFileSync(join(folder, 'index.html'), `${head}${sheet.join('')}`);
process.stdout.write(`${names.length} pictures, and a contact sheet: ${resolve(folder, 'index.html')}\n`);
