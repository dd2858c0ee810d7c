import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { TabPlace } from '../../bot/contracts/tab-place.ts';
import { Refused } from '../../bot/errors.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, join, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

describe('what a message extension finds', () => {
  onEveryEngine(wholeStore, (opened) => {
    /** Two collaborations with an action each; in the first a round is closed, in which one organisation answered too little to be shown. */
    const two = async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const first = await sampleOf(clock, [3, 3, 3], { nextMeeting: '2026-12-14' });
      const other = clockwork(opened(), at('2026-11-23T10:00'));
      const second = await sampleOf(other, [3, 3], { nextMeeting: '2026-12-20' });
      const own = first.leaders[3] ?? assert.fail('there are nine leaders');
      await join(other, second.id, { ...own, channel: other.channel }, 1, 'leader');
      await clock.use.launchRound({ ...first.founder, collaboration: first.id }, wishFor('2026-12-11'));
      for (const leader of first.leaders.slice(0, 7)) await answerAll(clock, first.id, leader);
      await clock.use.closeRoundByHand({ ...first.founder, collaboration: first.id }, 1);
      for (const [{ use }, id, text] of [
        [clock, first.id, 'Sample agreement one'],
        [other, second.id, 'Sample agreement two'],
      ] as const) {
        const { member } = await use.readPartners({ person: own.person, language: undefined, collaboration: id });
        const wish = {
          text,
          kind: 'quick win',
          due: '2026-12-01',
          owners: [member?.id ?? 0],
          source: { from: 'by hand' },
        } as const;
        await use.agreeAction({ person: own.person, language: undefined, collaboration: id }, `sample ${text}`, wish);
      }
      return { clock, other, first, second, own };
    };
    type Two = Awaited<ReturnType<typeof two>>;
    const findIn = async ({ clock, own, first, second }: Two, words: readonly string[], here: boolean, both = true, count = 25) =>
      (
        await clock.use.search(own.person, both ? [first.id, second.id] : [first.id], {
          ...{ words, skip: 0, count, here },
          reads: ({ round }) => `round ${round}`,
        })
      ).map(({ found }) => found);

    it('are the actions of the collaborations it is asked about, and of no other', async () => {
      const all = await two();
      const texts = async (both: boolean) =>
        (await findIn(all, ['agreement'], false, both)).map((found) => (found.is === 'action' ? found.action.text : found.is));
      assert.deepEqual((await texts(true)).sort(), ['Sample agreement one', 'Sample agreement two']);
      assert.deepEqual(await texts(false), ['Sample agreement one']);
      assert.equal((await findIn(all, [], false, true, 3)).length, 3);
    });

    it('are published values as they were frozen, hidden ones as hidden, asked for in a channel of the collaboration and logged', async () => {
      const all = await two();
      all.clock.notes.length = 0;
      const [pair] = await findIn(all, ['sample', '1', '3'], true, false);
      assert.ok(pair?.is === 'pair' && pair.values !== undefined);
      assert.deepEqual(pair.values, { there: { index: 3, orLower: false, band: 'discuss' }, back: { hidden: true } });
      assert.deepEqual(
        all.clock.notes.map(({ what, by, facts }) => [what, by, facts]),
        [['results read', all.own.person.objectId, { round: 1 }]],
      );
    });

    it('are names without values everywhere else, and that is no reading of results', async () => {
      const all = await two();
      all.clock.notes.length = 0;
      const found = await findIn(all, ['sample'], false);
      assert.ok(found.some(({ is }) => is === 'pair') && found.some(({ is }) => is === 'organisation'));
      assert.ok(found.every((one) => !('values' in one)));
      assert.deepEqual(all.clock.notes, []);
    });

    it('and what a link leads to, is for members of its channel alone, without values, and never shown in another collaboration’s', async () => {
      const all = await two();
      const { clock, other, own } = all;
      const follow = (place: TabPlace, from: string | undefined, caller = own) =>
        clock.use.followLink({ ...caller, channel: from }, clock.channel, place);
      const pair = { is: 'pair', one: 3, other: 1 } as const;
      const here = await follow(pair, clock.channel);
      assert.deepEqual([here.found.is, 'values' in here.found, here.here, here.people], ['pair', false, false, []]);
      assert.deepEqual(await follow(pair, undefined), here, 'Teams may show it where it was not asked for');
      const refused = (fault: unknown) => fault instanceof Refused && fault.reason === 'no collaboration here';
      await assert.rejects(follow(pair, other.channel), refused);
      await assert.rejects(follow({ is: 'round', round: 7 }, clock.channel), refused);
      await assert.rejects(follow({ is: 'action', action: 999_999 }, clock.channel), refused);
      clock.outside.add(own.person.objectId);
      await assert.rejects(follow(pair, undefined), refused);
    });
  });
});
