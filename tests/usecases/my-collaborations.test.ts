import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { Directory } from '../../bot/ports/teams.ts';
import { readMyCollaborations } from '../../bot/usecases/personal/read-my-collaborations.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, silentLog, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf, tenant } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

describe('a person’s own collaborations', () => {
  onEveryEngine(wholeStore, (opened) => {
    /** Two collaborations with an open round in the first; the first leader of its second organisation is on both rosters. */
    const two = async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const first = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      const other = clockwork(opened(), at('2026-11-23T10:00'));
      const second = await sampleOf(other, [3, 3], { nextMeeting: '2026-12-20' });
      const own = first.leaders[3];
      assert.ok(own);
      await other.use.chooseOrganisation(
        { ...own, channel: other.channel, collaboration: second.id },
        { organisation: 1, role: 'employee' },
      );
      await clock.use.launchRound({ ...first.founder, collaboration: first.id }, wishFor('2026-12-11'));
      await clock.runUntil(at('2026-11-24T09:00'));
      return { clock, other, first, second, own };
    };

    it('are those on whose roster they stand, with their own place, survey and progress', async () => {
      const { clock, first, second, own } = await two();
      const before = await clock.use.readMyCollaborations(own);
      const shown = ({ collaborations }: typeof before) =>
        new Map(
          collaborations.map(({ collaboration, member, survey, results }) => [
            collaboration.id,
            [member.organisation, member.role, survey?.round.number, survey?.state, survey?.card, results],
          ]),
        );
      assert.deepEqual([before.unchecked, before.more], [0, false]);
      assert.deepEqual(
        shown(before),
        new Map([
          [first.id, [2, 'leader', 1, 'invited', '1', undefined]],
          [second.id, [1, 'employee', undefined, undefined, undefined, undefined]],
        ]),
      );
      await answerAll(clock, first.id, own);
      assert.equal(shown(await clock.use.readMyCollaborations(own)).get(first.id)?.[3], 'finished');
      await clock.use.closeRoundByHand({ ...first.founder, collaboration: first.id }, 1);
      assert.deepEqual(
        shown(await clock.use.readMyCollaborations(own))
          .get(first.id)
          ?.slice(2),
        [undefined, undefined, undefined, 1],
      );
      const stranger = clock.somebody('Sample stranger');
      assert.deepEqual(await clock.use.readMyCollaborations(stranger), { collaborations: [], unchecked: 0, more: false });
    });

    it('are left out when they are not in the channel now, and counted where Teams does not say; the others are shown', async () => {
      const { clock, other, first, second, own } = await two();
      const asked: string[] = [];
      const seenBy = (isIn: (channel: string) => boolean | 'unknown') => {
        const directory: Directory = {
          tenantOf: () => Promise.resolve({ tenant }),
          isInChannel: (_, channel) => {
            asked.push(channel);
            return Promise.resolve(isIn(channel));
          },
        };
        return readMyCollaborations({ store: clock.store, directory, clock: clock.now, log: silentLog })(own);
      };
      const out = await seenBy((channel) => channel !== clock.channel);
      assert.deepEqual([out.collaborations.map(({ collaboration }) => collaboration.id), out.unchecked], [[second.id], 0]);
      const unknown = await seenBy((channel) => (channel === other.channel ? 'unknown' : true));
      assert.deepEqual([unknown.collaborations.map(({ collaboration }) => collaboration.id), unknown.unchecked], [[first.id], 1]);
      assert.deepEqual([...new Set(asked)].sort(), [clock.channel, other.channel].sort());
    });
  });

  it('are asked about at most ten at a time, and at most fifty', async () => {
    let under = 0;
    let most = 0;
    let looked = 0;
    const store = {
      collaborationsOf: (_: unknown, limit: number) =>
        Promise.resolve(Array.from({ length: limit }, (__, place) => String(place))),
      within: () => Promise.resolve([{ id: 1, channel: '19:x', tenantId: tenant, home: true, named: {} }]),
    } as unknown as Parameters<typeof readMyCollaborations>[0]['store'];
    const isInChannel = async (): Promise<boolean> => {
      looked += 1;
      most = Math.max(most, (under += 1));
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      return false;
    };
    const directory: Directory = { tenantOf: () => Promise.resolve(undefined), isInChannel };
    const found = await readMyCollaborations({ store, directory, clock: () => new Date(0), log: silentLog })({
      person: { tenantId: 'a', objectId: 'b' },
      language: undefined,
    });
    assert.deepEqual([found.more, looked, most], [true, 50, 10]);
  });
});
