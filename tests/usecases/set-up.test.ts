import assert from 'node:assert/strict';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork } from './clockwork.ts';

/** Nobody's: a synthetic D-number (month + 80), and one of the range for tests. */
const identityNumber = '41897012322';
const nhsNumber = '999 000 0018';

const wish = {
  purpose: 'A sample',
  organisations: 'Sample 1\nSample 2',
  nextMeeting: '2026-12-14',
  language: 'en',
  zone: 'Europe/Oslo',
} as const;

describe('set-up', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('stores nothing where a purpose or a name looks like patient data, and takes the same without it', async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T10:00Z'));
      const founder = clock.somebody('Sample leader 1');
      for (const number of [identityNumber, nhsNumber]) {
        const words = [
          { ...wish, purpose: `About ${number}` },
          { ...wish, organisations: `Sample 1\nSample ${number}` },
          { ...wish, organisations: `Sample 1\nSample ${number.slice(0, 6)}   \t ${number.slice(6)}\nSample 3` },
        ];
        for (const one of number === nhsNumber ? words.slice(0, 2) : words)
          await assert.rejects(clock.use.setUpCollaboration(founder, one), /looks like patient data/);
      }
      assert.equal((await clock.store.linkOf(clock.channel))?.collaboration, undefined);
      await clock.use.setUpCollaboration(founder, wish);
      assert.notEqual((await clock.store.linkOf(clock.channel))?.collaboration, undefined);
    });
  });
});
