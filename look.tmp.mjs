import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const ctx = await b.newContext({ viewport: { width: 1280, height: 720 } });
const page = await ctx.newPage(); page.setDefaultTimeout(20000);
const url='http://127.0.0.1:4411'; const founder = 'hospital-trust-leader-1';
const shot = (n)=>page.screenshot({path:`/tmp/look/${n}.png`});
const be=(person,conversation='Partner leaders',view='tab')=>page.goto(`${url}/?${new URLSearchParams({person,conversation,view})}`);
const tab=()=>page.frameLocator('iframe');
const main=()=>tab().locator('main:visible').innerText();
await be(founder);
await tab().getByRole('heading',{level:1}).waitFor(); await page.waitForTimeout(1000);
// move the clock to the meeting
await page.getByText(/^The clock here/).click();
await page.getByLabel('Date to move the clock to').fill('2026-12-28');
await page.getByRole('button',{name:'To this date, 09:00'}).click();
await page.waitForTimeout(6000);
await be(founder); await tab().getByRole('link',{name:'Open the meeting'}).click(); await page.waitForTimeout(2500); await shot('10-recap');
console.log('--- recap\n'+await main());
for (const [n,name] of [['11','actions'],['12','focus'],['13','agreed'],['14','checkout'],['15','next']]) {
  const go=tab().locator('button:visible').filter({hasText:/^(Next|On to|Go on)/}).last();
  const names=await tab().locator('main:visible button').allInnerTexts(); console.log('BUTTONS',names.join(' | '));
  if (await go.count()===0) { console.log('no next'); break; }
  await go.click(); await page.waitForTimeout(2000); await shot(`${n}-${name}`); console.log(`--- ${name}\n`+(await main()).slice(0,1800));
}
await b.close();
