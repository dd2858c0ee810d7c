import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logOfRun } from './log-of-run.ts';

// CI says the same of the same code: there every property is tried with the same examples. Elsewhere with new ones each time.
if (process.env.CI) fc.configureGlobal({ seed: 20_260_309 });

export const mochaHooks = {
  afterAll(): void {
    assert.ok(logOfRun.apps === 0 || logOfRun.lines > 0, 'an app writes that it listens: else nothing was read');
    assert.deepEqual(logOfRun.personal.slice(0, 5), [], 'no log holds personal data');
  },
};
