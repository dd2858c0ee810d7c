import assert from 'node:assert/strict';
import { calendar } from '../../bot/adapters/calendar.ts';
import { setUpCollaboration } from '../../bot/usecases/setup/set-up-collaboration.ts';
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

    it('is one transaction: a server that dies in the middle leaves no collaboration whose survey never opens and that the log does not know', async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T10:00Z'));
      const killed = new Error('the server was killed');
      const store = { ...clock.store, within: () => Promise.reject(killed) };
      const setUp = setUpCollaboration({ store, clock: () => new Date('2026-11-23T10:00Z'), calendar });
      await setUp(clock.somebody('Sample leader 1'), wish).catch((fault: unknown) => {
        assert.equal(fault, killed);
      });
      const id = await clock.store.linkOf(clock.channel);
      if (id === undefined) return;
      assert.deepEqual(
        clock.notes.map(({ what }) => what),
        ['collaboration set up'],
      );
    });
  });
});
