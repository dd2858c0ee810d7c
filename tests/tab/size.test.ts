import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtTab } from './build.ts';
import { firstScripts } from './first-scripts.ts';

const budget = 170_000;

describe('the size of the tab', () => {
  it('needs at most 170 KB of compressed JavaScript before the first screen', async function () {
    this.timeout(60_000);
    const folder = await builtTab();
    const sizes = [...firstScripts(folder)].map((path) => gzipSync(readFileSync(join(folder, path))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(sizes.length > 0 && total > 50_000, 'the scripts of the page were found');
    assert.ok(total <= budget, `${total} bytes compressed, budget ${budget}`);
  });

  it('fetches a further script only when the page it belongs to is opened', async function () {
    this.timeout(60_000);
    const folder = await builtTab();
    const first = firstScripts(folder);
    const later = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js') && !first.has(join('assets', name)));
    const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
    const opened = [...first].map(textOf).join('\n');
    const asked = later.filter((name) => opened.includes(`import(\`./${name}\`)`) || opened.includes(`import("./${name}")`));
    assert.ok(asked.length > 0);
    // The others are shared by those that are asked for, or by what those share.
    const reached = new Set(asked);
    for (const name of reached) for (const other of later) if (textOf(join('assets', name)).includes(other)) reached.add(other);
    assert.deepEqual(
      later.filter((name) => !reached.has(name)),
      [],
    );
  });
});
