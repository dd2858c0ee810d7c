import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const document = readFileSync(join(folder, '../docs/threat-model.md'), 'utf8');
const cited = [...document.matchAll(/\| `([^`]+\.test\.ts)`: (.+) \|$/gm)].map(([, file = '', rule = '']) => ({ file, rule }));
/** Whether the file has a rule of this name, in whichever quotation marks. */
const has = (source: string, rule: string): boolean => ["'", '"', '`'].some((mark) => source.includes(`${mark}${rule}${mark}`));

describe('the threat model', () => {
  it('names for each attack a rule that is tested', () => {
    const gone = cited.filter(({ file, rule }) => {
      const path = join(folder, file);
      return !existsSync(path) || !has(readFileSync(path, 'utf8'), rule);
    });
    assert.deepEqual(gone, []);
  });

  it('has a rule in every row', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Attack'));
    assert.equal(cited.length, rows.length);
    assert.ok(rows.length > 40);
    assert.equal(has("it('one rule'", 'another rule'), false);
  });
});
