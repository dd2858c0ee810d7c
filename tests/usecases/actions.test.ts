import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { myData } from '../../bot/contracts/tab-api.ts';
import type { NudgeFacts } from '../../bot/domain/message.ts';
import type { AgreedWish } from '../../bot/usecases/actions/agree-action.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { wishFor } from '../builders.ts';
import { testOfChange } from '../domain/actions/builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { clockwork, leaveSurveyOut, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

/** The founder, who is an integration manager, and one more leader of each organisation. */
const prepare = async (opened: OpenStore, start = '2026-03-02T10:00') => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-04-07' });
  await leaveSurveyOut(clock, sample);
  const callers = sample.leaders.map((leader) => ({ ...leader, collaboration: sample.id }));
  const [manager, owner, , other] = callers;
  assert.ok(manager && owner && other);
  const members = await clock.store.within(sample.id, (unit) => unit.members.all());
  const memberOf = ({ person }: Caller): number => members.find((one) => one.objectId === person.objectId)?.id ?? 0;
  const agree = async (more: Partial<AgreedWish> = {}, who = owner, request: string = randomUUID()) => {
    const wish: AgreedWish = {
      ...{ text: 'A sample', kind: 'quick win', due: '2026-03-13', owners: [memberOf(owner)], source: { from: 'by hand' } },
      ...more,
    };
    const { action } = await clock.use.agreeAction(who, request, wish, clock.channel);
    return action;
  };
  const nudges = () =>
    clock.posts.flatMap(({ at: sentAt, address, message }) => {
      if (message.kind !== 'nudge' || address.to !== 'person') return [];
      const name = members.find(({ teamsUserId }) => teamsUserId === address.teamsUserId)?.name.slice('Sample '.length) ?? '';
      const said = message.facts.actions.map(({ id, step }: NudgeFacts['actions'][number]) => `${id} ${step}`).join(', ');
      return [`${DateTime.fromJSDate(sentAt, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm')} ${name}: ${said}`];
    });
  const fates = (caller: Caller) =>
    clock.store.within(sample.id, async (unit) =>
      (await unit.deliveries.toMember(memberOf(caller))).filter(({ kind }) => kind === 'nudge').map(({ state }) => state),
    );
  return { clock, sample, manager, owner, other, memberOf, agree, nudges, fates };
};

describe('agreeing an action', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is for any member, for owners on the roster, and the same request agrees it once', async () => {
      const { clock, sample, owner, other, memberOf, agree } = await prepare(opened());
      const request = 'the same';
      const [one, again] = [await agree({ owners: [memberOf(other)] }, owner, request), await agree({}, owner, request)];
      assert.deepEqual(again, one);
      assert.deepEqual(one.owners, [{ organisation: 2, member: memberOf(other) }]);
      await assert.rejects(agree({ owners: [] }), /no owner/);
      await assert.rejects(agree({ owners: [1_000_000] }), /no owner/);
      await assert.rejects(agree({ due: '2026-03-01' }), /due date not ahead/);
      await assert.rejects(agree({ text: '943 476 5919' }), /looks like patient data/);
      await assert.rejects(agree({ source: { from: 'pair', one: 1, other: 9 } }), /unknown organisation/);
      const stranger = { ...clock.somebody('Sample stranger'), collaboration: sample.id };
      await assert.rejects(agree({}, stranger), /not a member/);
      const board = await clock.use.readBoard(owner);
      assert.deepEqual(
        board.actions.map(({ action }) => action.id),
        [one.id],
      );
    });

    it('is changed by its owners and integration managers, whose part is in the log; a second press changes nothing', async () => {
      const { clock, manager, owner, other, memberOf, agree } = await prepare(opened());
      const { id } = await agree();
      await assert.rejects(clock.use.changeAction(other, id, { is: 'done' }), /action not yours/);
      await assert.rejects(clock.use.changeAction(owner, id + 1_000, { is: 'done' }), /no such action/);
      for (let press = 0; press < 2; press += 1) {
        await clock.use.changeAction(owner, id, { is: 'stuck', because: 'rule or law' });
        await clock.use.changeAction(owner, id, { is: 'more time', due: '2026-03-20' });
      }
      for (let press = 0; press < 2; press += 1) {
        const over = await clock.use.changeAction(manager, id, { is: 'hand over', owners: [memberOf(other)] });
        assert.deepEqual([over.moved, over.owners], [1, [{ organisation: 2, member: memberOf(other) }]]);
      }
      await assert.rejects(clock.use.changeAction(owner, id, { is: 'done' }), /action not yours/, 'it was handed over');
      const { history, own, mayChange } = await clock.use.readAction(other, id);
      assert.deepEqual(
        history.map(({ what, by }) => [what, by]),
        [
          ['agreed', memberOf(owner)],
          ['stuck', memberOf(owner)],
          ['more time', memberOf(owner)],
          ['handed over', memberOf(manager)],
        ],
      );
      assert.deepEqual([own, mayChange], [true, true]);
      assert.deepEqual(
        clock.notes.filter(({ what }) => what.includes('action')).map(({ by, facts }) => [by, facts]),
        [[manager.person.objectId, { action: id, what: 'handed over' }]],
      );
    });

    it('of a test of change ends with a verdict, and what is kept has an organisation that is here', async () => {
      const { clock, owner, agree } = await prepare(opened());
      const { id } = await agree({ kind: 'test of change', test: testOfChange });
      await assert.rejects(clock.use.changeAction(owner, id, { is: 'done' }), /verdict missing/);
      await assert.rejects(clock.use.changeAction(owner, id, { is: 'done', verdict: 'keep', keptBy: 9 }), /unknown organisation/);
      const kept = await clock.use.changeAction(owner, id, { is: 'done', verdict: 'keep', keptBy: 2 });
      assert.deepEqual([kept.state, kept.verdict, kept.keptBy], ['done', 'keep', 2]);
      await assert.rejects(clock.use.changeAction(owner, id, { is: 'on track' }), /action closed/);
    });

    it('puts it on the board, where only integration managers and owners are told who is silent', async () => {
      const { clock, manager, owner, other, agree } = await prepare(opened());
      const silent = await agree();
      const stuck = await agree();
      await clock.use.changeAction(owner, stuck.id, { is: 'stuck', because: 'rule or law' });
      await clock.runUntil(at('2026-03-17T12:00'));
      const groups = async (who: typeof owner) => {
        const { actions, stuck: counts } = await clock.use.readBoard(who);
        assert.deepEqual(counts, { 'rule or law': 1 });
        return Object.fromEntries(actions.map(({ action, group }) => [action.id, group]));
      };
      const known = { [silent.id]: 'silent', [stuck.id]: 'stuck' };
      assert.deepEqual([await groups(manager), await groups(owner)], [known, known]);
      assert.deepEqual(await groups(other), { ...known, [silent.id]: 'due' });
    });
  });
});

describe('the nudges of agreed actions', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('go privately to the owner and at last to the integration manager, on the days of the worked example', async () => {
      const { clock, agree, nudges, fates, owner } = await prepare(opened());
      const { id } = await agree();
      await clock.runUntil(at('2026-04-30T12:00'));
      assert.deepEqual(nudges(), [
        `03-10 08:00 1 leader 2: ${id} heads up`,
        `03-13 08:00 1 leader 2: ${id} due day`,
        `03-16 08:00 1 leader 2: ${id} after`,
        `03-20 08:00 1 leader 1: ${id} to integration manager`,
      ]);
      assert.deepEqual(await fates(owner), ['sent', 'sent', 'sent']);
      assert.deepEqual(
        clock.waiting.map(({ job }) => job.name),
        ['digest'],
        'and then the clock has nothing to do but to tell on Mondays that it is open',
      );
    });

    it('come as one where several are due, 48 hours apart, and end with the action', async () => {
      const { clock, owner, agree, nudges, fates } = await prepare(opened());
      const one = await agree();
      const two = await agree({ due: '2026-03-16' });
      const three = await agree();
      await clock.runUntil(at('2026-03-11T12:00'));
      await clock.use.changeAction(owner, three.id, { is: 'done' });
      await clock.use.changeAction(owner, two.id, { is: 'drop' });
      await clock.runUntil(at('2026-03-13T12:00'));
      await clock.use.changeAction(owner, one.id, { is: 'done' });
      await clock.runUntil(at('2026-04-30T12:00'));
      assert.deepEqual(nudges(), [
        `03-10 08:00 1 leader 2: ${one.id} heads up, ${three.id} heads up`,
        `03-13 08:00 1 leader 2: ${one.id} due day`,
      ]);
      assert.deepEqual(await fates(owner), ['sent', 'dropped', 'sent'], 'what was held back has a row that says so');
    });

    it('what is held back is merged into the next, over surveys too', async () => {
      const { clock, manager, agree, nudges } = await prepare(opened(), '2026-03-12T09:00');
      const one = await agree({ due: '2026-03-13' });
      const two = await agree({ due: '2026-03-18' });
      await clock.use.launchRound(manager, wishFor('2026-03-27'));
      await clock.runUntil(at('2026-03-18T12:00'));
      const copies = clock.posts.filter(({ message }) => message.kind === 'survey copy');
      assert.deepEqual([copies.length, copies[0]?.at], [6, at('2026-03-12T09:00')]);
      assert.deepEqual(nudges(), [
        `03-16 08:00 1 leader 2: ${one.id} after, ${two.id} heads up`,
        `03-18 08:00 1 leader 2: ${two.id} due day`,
      ]);
    });

    it('are sent once where the clock wakes twice, on two servers at the same time', async () => {
      const { clock, sample, agree, nudges } = await prepare(opened());
      await agree();
      clock.moveTo(at('2026-03-10T08:00'));
      await Promise.all([1, 2, 3].map(() => clock.use.sendDueNudges(sample.id)));
      const [delivery] = clock.waiting.filter(({ job }) => job.name === 'deliver');
      assert.ok(delivery);
      assert.equal(clock.waiting.filter(({ job }) => job.name === 'deliver').length, 1);
      await Promise.all([1, 2, 3].map(() => clock.work(delivery.job)));
      assert.equal(nudges().length, 1);
    });

    it('wait while it is snoozed, and start anew with more time and with other owners', async () => {
      const { clock, owner, other, memberOf, agree, nudges } = await prepare(opened());
      const asleep = await agree();
      const moved = await agree();
      const handed = await agree();
      await clock.use.changeAction(owner, asleep.id, { is: 'snooze', until: '2026-03-17', because: 'A sample' });
      await clock.runUntil(at('2026-03-12T12:00'));
      await clock.use.changeAction(owner, moved.id, { is: 'more time', due: '2026-03-27' });
      await clock.use.changeAction(owner, handed.id, { is: 'hand over', owners: [memberOf(other)] });
      await clock.runUntil(at('2026-03-19T12:00'));
      assert.deepEqual(nudges(), [
        `03-10 08:00 1 leader 2: ${moved.id} heads up, ${handed.id} heads up`,
        `03-13 08:00 2 leader 1: ${handed.id} due day`,
        `03-16 08:00 2 leader 1: ${handed.id} after`,
        `03-17 08:00 1 leader 2: ${asleep.id} after`,
      ]);
      await clock.runUntil(at('2026-03-24T12:00'));
      assert.ok(nudges().includes(`03-24 08:00 1 leader 2: ${moved.id} heads up`));
    });

    it('come in the hours of where the owner is now', async () => {
      const { clock, owner, agree, nudges } = await prepare(opened());
      const { id } = await agree();
      await clock.runUntil(at('2026-03-10T12:00'));
      await clock.use.changeAction({ ...owner, zone: 'Europe/London' }, id, { is: 'on track' });
      await clock.use.changeAction({ ...owner, zone: 'Not/AZone' }, id, { is: 'stuck', because: 'no time' });
      await clock.runUntil(at('2026-03-13T12:00'));
      assert.deepEqual(nudges(), [`03-10 08:00 1 leader 2: ${id} heads up`, `03-13 09:00 1 leader 2: ${id} due day`]);
    });

    it('go to the integration manager where the only owner has left the roster; the organisation still owns it', async () => {
      const { clock, manager, owner, memberOf, agree, nudges } = await prepare(opened());
      const { id } = await agree();
      for (let press = 0; press < 2; press += 1) await clock.use.correctRoster.remove(manager, memberOf(owner));
      await clock.runUntil(at('2026-03-13T12:00'));
      assert.deepEqual(nudges(), [`03-11 08:00 1 leader 1: ${id} heads up`, `03-13 08:00 1 leader 1: ${id} due day`]);
      const { action, history } = await clock.use.readAction(manager, id);
      assert.deepEqual(action.owners, [{ organisation: 1 }]);
      assert.deepEqual(
        history.map(({ what }) => what),
        ['agreed', 'owner left'],
      );
    });

    it('stay with the other owner of an organisation when one of two leaves: the organisation stands there once', async () => {
      const { clock, manager, owner, memberOf, agree } = await prepare(opened());
      const { id } = await agree({ owners: [memberOf(owner), memberOf(manager)] });
      await clock.use.correctRoster.remove(manager, memberOf(owner));
      const { action } = await clock.use.readAction(manager, id);
      assert.deepEqual(action.owners, [{ organisation: 1, member: memberOf(manager) }]);
    });
  });
});

describe('what is stored about a person of agreed actions', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is shown and exported to them, and erasing takes their name out of what is closed', async () => {
      const { clock, sample, owner, manager, agree } = await prepare(opened());
      const open = await agree();
      const closed = await agree();
      await clock.use.changeAction(owner, closed.id, { is: 'stuck', because: 'system', words: 'Own words' });
      await clock.use.changeAction(owner, closed.id, { is: 'done' });
      await clock.runUntil(at('2026-03-10T12:00'));
      const exported = myData.parse(await clock.use.exportMyData(sample.id, owner.person));
      assert.deepEqual(
        exported.actions.map(({ action, state }) => [action, state]),
        [
          [open.id, 'open'],
          [closed.id, 'done'],
        ],
      );
      assert.deepEqual(
        exported.said.map(({ action, what }) => `${action} ${what}`),
        [`${open.id} agreed`, `${closed.id} agreed`, `${closed.id} stuck`, `${closed.id} done`],
      );
      assert.deepEqual(exported.said[2]?.now, { state: 'stuck', stuck: { because: 'system', words: 'Own words' } });
      assert.ok(
        exported.said.every(({ now }) => !('owners' in now)),
        'owners are other people too',
      );
      assert.deepEqual(
        exported.messages.map(({ kind, round, state }) => [kind, round, state]),
        [['nudge', null, 'sent']],
      );
      assert.equal((await clock.use.readMyData(owner)).actions.length, 2);
      assert.equal((await clock.use.readMyData(manager)).actions.length, 0);
      await clock.use.eraseAnswers(owner);
      await clock.use.eraseAnswers(owner);
      const after = await clock.use.readAction(manager, closed.id);
      assert.deepEqual(
        [after.action.owners, after.history.map(({ by }) => by)],
        [[{ organisation: 1 }], [undefined, undefined, undefined]],
      );
      const left = myData.parse(await clock.use.exportMyData(sample.id, owner.person));
      assert.deepEqual(
        left.actions.map(({ action }) => action),
        [open.id],
      );
    });
  });
});
