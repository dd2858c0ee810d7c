import assert from 'node:assert/strict';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;
const nothing = { does: '', doesNot: '', reach: '' };

describe('who we are', () => {
  onEveryEngine(wholeStore, (opened) => {
    const begin = async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, [1, 2, 1], { nextMeeting: '2026-12-14' });
      const as = (name: string) => {
        const person = name === 'nobody' ? clock.somebody(name) : sample.leaders.find((one) => one.name === name);
        return { ...(person ?? assert.fail()), collaboration: sample.id };
      };
      clock.notes.length = 0;
      const { readAbout: read, writeAbout: write } = clock.use;
      return { clock, read, write, manager: as('Sample 1 leader 1'), member: as('Sample 2 leader 1'), as, sample };
    };
    const texts = { does: 'We take people home.', doesNot: 'No housing.', reach: '+47 22 00 00 00' };

    it('is written by people of the organisation about their own, by integration managers about any, and read by all', async () => {
      const { read, write, manager, member, as } = await begin();
      const seen = async (who: typeof member) => (await read(who)).organisations.map(({ mayWrite }) => mayWrite);
      assert.deepEqual(await seen(member), [false, true, false]);
      assert.deepEqual(await seen(manager), [true, true, true]);
      assert.deepEqual(await seen(as('nobody')), [false, false, false]);
      await write(member, 2, 0, texts);
      await write(manager, 3, 0, { ...nothing, reach: 'Room 3' });
      for (const who of [member, as('nobody')])
        await assert.rejects(write(who, 1, 0, texts), refused('only own organisation'), who.name);
      await assert.rejects(write(manager, 99, 0, texts), refused('unknown organisation'));
      const { organisations } = await read(as('nobody'));
      assert.deepEqual(
        organisations.map(({ name, version, does, reach }) => [name, version, does, reach]),
        [
          ['Sample 1', 0, '', ''],
          ['Sample 2', 1, texts.does, texts.reach],
          ['Sample 3', 1, '', 'Room 3'],
        ],
      );
    });

    it('keeps lines and nothing around them, and may be emptied again; the log has what was before', async () => {
      const { clock, read, write, member } = await begin();
      await write(member, 2, 0, { does: '  One \r\n\r\n\r\n two\tthree  ', doesNot: '', reach: ' ' });
      const is = { ...nothing, does: 'One\n\ntwo three' };
      assert.deepEqual((await read(member)).organisations[1]?.does, is.does);
      await write(member, 2, 1, nothing);
      assert.deepEqual(
        clock.notes.map(({ what, by, facts }) => ({ what, by, facts })),
        [
          { what: 'who we are changed', by: member.person.objectId, facts: { organisation: 2, was: nothing, is } },
          { what: 'who we are changed', by: member.person.objectId, facts: { organisation: 2, was: is, is: nothing } },
        ],
      );
      assert.equal((await read(member)).organisations[1]?.version, 2);
    });

    it('refuses what is too long or looks like a patient, and then nothing is stored', async () => {
      const { clock, read, write, member } = await begin();
      for (const field of ['does', 'doesNot', 'reach'] as const) {
        await assert.rejects(write(member, 2, 0, { ...texts, [field]: 'x'.repeat(401) }), refused('text too long'), field);
        const number = { ...texts, [field]: 'Ask for\n999 000 0018' };
        await assert.rejects(write(member, 2, 0, number), refused('looks like patient data'), field);
      }
      assert.deepEqual([(await read(member)).organisations[1]?.version, clock.notes], [0, []]);
      const longest = { does: 'æ'.repeat(400), doesNot: '👩'.repeat(200), reach: 'x'.repeat(400) };
      assert.equal((await write(member, 2, 0, longest)).organisations[1]?.doesNot, longest.doesNot);
    });

    it('is never written over what somebody else wrote meanwhile, and the same again is done already', async () => {
      const { clock, read, write, member, as } = await begin();
      const other = as('Sample 2 leader 2');
      const [one, two] = await Promise.allSettled([
        write(member, 2, 0, texts),
        write(other, 2, 0, { ...texts, does: 'At the same time.' }),
      ]);
      assert.deepEqual([one.status, two.status].sort(), ['fulfilled', 'rejected']);
      await assert.rejects(write(other, 2, 0, { ...texts, does: 'Later.' }), refused('changed meanwhile'));
      const now = (await read(member)).organisations[1] ?? assert.fail();
      assert.equal(now.version, 1);
      assert.equal((await write(other, 2, 0, now)).organisations[1]?.version, 1);
      assert.equal(clock.notes.length, 1);
      assert.equal((await write(other, 2, 1, { ...texts, does: 'Later.' })).organisations[1]?.version, 2);
    });

    it('stays as it is when its organisation has left, and can still be read', async () => {
      const { clock, read, write, manager, member, sample } = await begin();
      await write(member, 2, 0, texts);
      const inTab = { ...manager, collaboration: sample.id, channel: clock.channel };
      await clock.use.changeSetUp.organisations(inTab, 1, { is: 'leave', organisation: 2 });
      for (const who of [member, manager]) await assert.rejects(write(who, 2, 1, nothing), refused('unknown organisation'));
      const { left, mayWrite, does } = (await read(manager)).organisations[1] ?? assert.fail();
      assert.deepEqual({ left, mayWrite, does }, { left: true, mayWrite: false, does: texts.does });
    });
  });
});
