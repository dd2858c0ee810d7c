import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rememberingStore } from '../../bot/adapters/remembering-store.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { codeGoodFor, mostTries, triesWithin } from '../../bot/domain/linking.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, leaveSurveyOut, sampleOf } from './clockwork.ts';
import type { Clockwork } from './clockwork.ts';

const wish = { instrument: 'relational', questions: [], audience: ['leader', 'employee'], k: 3 } as const;
const named = { team: 'Municipality A', channel: 'Employees' };

/** A collaboration with a manager, and another channel with people who are in that one only. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, new Date('2026-11-23T10:00:00Z'));
  const sample = await sampleOf(clock, [4, 4], { nextMeeting: '2026-12-14' });
  await leaveSurveyOut(clock, sample);
  const manager = { ...sample.founder, collaboration: sample.id, channel: clock.channel };
  const other = `19:${randomUUID()}@thread.tacv2`;
  /** In the other channel, and not at home. */
  const there = (name: string): Caller => {
    const who = { ...clock.somebody(name), channel: other };
    clock.notIn(clock.channel, who.person);
    return who;
  };
  const asker = there('Sample 2 employee 1');
  const { newCode, change } = clock.use.manageLinks;
  const asks = async () => (await clock.use.readSetUp(manager)).asks;
  const linkNow = async () => {
    await clock.use.askLink(asker, (await newCode(manager)).code, named);
    const [ask] = await asks();
    assert.ok(ask);
    return await change(manager, { is: 'confirm', id: ask.id });
  };
  const unlinkNow = async () => {
    const linked = (await clock.use.readSetUp(manager)).channels.find(({ home }) => !home);
    assert.ok(linked);
    return await change(manager, { is: 'unlink', id: linked.id });
  };
  /** They say their place as from the button of a card there. */
  const joins = async (who: Caller, organisation = 2) =>
    clock.use.chooseOrganisation(await clock.use.enter(who), { organisation, role: 'employee' });
  const work = () => clock.runUntil(new Date(clock.now().getTime() + 1_000));
  return { clock, ...sample, manager, other, asker, there, newCode, change, asks, linkNow, unlinkNow, joins, work };
};

const launch = async (clock: Clockwork, manager: Parameters<Clockwork['use']['launchRound']>[0]) =>
  clock.use.launchRound(manager, { ...wish, closingDate: '2026-12-09' });

const memberOf = (clock: Clockwork, id: CollaborationId, { person }: Caller) =>
  clock.store.within(id, (unit) => unit.members.of(person));

const notes = (clock: Clockwork): readonly string[] => clock.notes.map(({ what }) => what);

describe('a linked channel', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is linked by a one-time code that its people show and an integration manager confirms; each step is logged', async () => {
      const { clock, manager, asker, other, id, newCode, change, asks, work } = await prepare(opened());
      const { code, goodUntil } = await newCode(manager);
      assert.equal(goodUntil.getTime() - clock.now().getTime(), codeGoodFor);
      await clock.use.askLink(asker, ` ${code.toLowerCase().replace('-', ' ')} `, named);
      assert.equal(await clock.store.linkOf(other), undefined, 'nothing crosses before it is confirmed');
      const [ask] = await asks();
      assert.ok(ask);
      assert.deepEqual([ask.name, ask.by, ask.tenant], ['Municipality A / Employees', asker.name, asker.tenantId]);
      await work();
      assert.deepEqual(
        clock.posts.map(({ message, address }) => [message.kind, address.channel === clock.channel]),
        [['link asked', true]],
      );
      const setUp = await change(manager, { is: 'confirm', id: ask.id });
      assert.deepEqual(
        setUp.channels.map(({ home, name }) => [home, name]),
        [
          [true, null],
          [false, 'Municipality A / Employees'],
        ],
      );
      assert.deepEqual(setUp.asks, []);
      assert.deepEqual(await clock.store.linkOf(other), { collaboration: id, home: false });
      await change(manager, { is: 'confirm', id: ask.id });
      await work();
      assert.deepEqual(clock.posts.map(({ message, address }) => [message.kind, address.channel === other]).slice(1), [
        ['linked', true],
      ]);
      for (const what of ['link code made', 'link asked for', 'channel linked']) assert.ok(notes(clock).includes(what), what);
    });

    it('its people answer in the same round, and the card comes to every channel with a way to its own tab', async () => {
      const { clock, manager, other, id, there, linkNow, joins, work } = await prepare(opened());
      await linkNow();
      const employees = [1, 2, 3].map((number) => there(`Sample 2 employee ${number}`));
      for (const employee of employees) await joins(employee);
      await launch(clock, manager);
      await work();
      const cards = clock.posts.flatMap(({ message, address }) =>
        message.kind === 'survey' ? [{ at: address.channel, facts: message.facts, refreshFor: message.refreshFor }] : [],
      );
      assert.deepEqual(
        cards.map(({ at, facts }) => [at, facts.channel]),
        [
          [clock.channel, clock.channel],
          [other, other],
        ],
      );
      const ids = employees.map(({ teamsUserId }) => teamsUserId);
      assert.deepEqual(cards[1]?.refreshFor, ids, 'nobody else’s id crosses');
      assert.ok(ids.every((one) => !cards[0]?.refreshFor.includes(one)));
      for (const employee of employees) await answerAll(clock, id, employee);
      const { facts } = await clock.use.closeRoundByHand(manager, 1);
      assert.equal(facts.answered, 3);
    });

    it('linked while a round is open, it gets the card of that round, and who says their place there may answer', async () => {
      const { clock, manager, other, id, there, linkNow, joins, work } = await prepare(opened());
      for (const number of [1, 2, 3])
        await clock.use.chooseOrganisation(
          { ...clock.somebody(`Sample 2 employee ${number}`), collaboration: id },
          {
            ...{ organisation: 2, role: 'employee' },
          },
        );
      await launch(clock, manager);
      await linkNow();
      const late = there('Sample 2 employee 9');
      await joins(late);
      await answerAll(clock, id, late);
      await work();
      assert.equal(
        clock.posts.filter(({ message, address }) => message.kind === 'survey' && address.channel === other).length,
        1,
      );
    });

    it('lets nobody do there what belongs to the home channel, the integration manager neither', async () => {
      const { clock, manager, other, id, there, linkNow, joins } = await prepare(opened());
      await linkNow();
      const through = await clock.use.enter({ ...manager, channel: other });
      assert.equal(through.through, other);
      const inTab = { ...(await clock.use.enterChannel(other, { person: manager.person, language: 'en' })), channel: other };
      await assert.rejects(clock.use.manageLinks.newCode(inTab), /only in the home channel/);
      await assert.rejects(clock.use.manageLinks.change(inTab, { is: 'unlink', id: 1 }), /only in the home channel/);
      await assert.rejects(clock.use.planRound(through), /only in the home channel/);
      const overview = await clock.use.readOverview(id, manager.person, other);
      assert.deepEqual(
        [overview.linked, overview.meeting, overview.actions, overview.you?.integrationManager],
        [true, null, { open: 0, stuck: 0 }, false],
      );
      const employee = there('Sample 2 employee 2');
      await joins(employee);
      await launch(clock, manager);
      const own = await clock.use.survey.view(through, 1);
      assert.ok(own.is === 'overview');
      assert.deepEqual([own.mayClose, own.facts.channel], [false, other], 'the way to results is this channel’s own tab');
      const member = await memberOf(clock, id, employee);
      assert.ok(member);
      await assert.rejects(clock.use.correctRoster.setIntegrationManager(manager, member.id, true), /role at home/);
      await assert.rejects(clock.use.correctRoster.setChair(manager, member.id, true), /role at home/);
    });

    it('gets no digest, though one of its people was an integration manager once: it names others', async () => {
      const { clock, manager, id, other, leaders, linkNow, joins } = await prepare(opened());
      await linkNow();
      const second = leaders[1] ?? assert.fail();
      const member = await memberOf(clock, id, second);
      assert.ok(member);
      await clock.use.correctRoster.setIntegrationManager(manager, member.id, true);
      clock.notIn(clock.channel, second.person);
      await joins({ ...second, channel: other }, 1);
      const agreed = { text: 'A sample', kind: 'quick win', due: '2026-11-27', source: { from: 'by hand' } } as const;
      const own = await memberOf(clock, id, manager);
      await clock.use.agreeAction(manager, randomUUID(), { ...agreed, owners: [own?.id ?? assert.fail()] });
      await clock.runUntil(new Date('2026-12-08T10:00:00Z'));
      const digests = clock.posts.flatMap(({ message, address }) =>
        message.kind === 'digest' && address.to === 'person' ? [address.teamsUserId] : [],
      );
      assert.ok(digests.includes(manager.teamsUserId), 'there is one');
      assert.ok(!digests.includes(second.teamsUserId));
    });

    it('lets an owner there answer a nudge in their chat, who sees that action and no other, and nobody else’s name', async () => {
      const { clock, manager, id, there, linkNow, unlinkNow, joins, work } = await prepare(opened());
      await linkNow();
      const owner = there('Sample 2 employee 2');
      await joins(owner);
      const member = await memberOf(clock, id, owner);
      const own = await memberOf(clock, id, manager);
      assert.ok(member && own);
      const agree = async (owners: readonly number[]) => {
        const agreed = { text: 'A sample', kind: 'quick win', due: '2026-11-27', owners, source: { from: 'by hand' } } as const;
        return (await clock.use.agreeAction(manager, randomUUID(), agreed)).action.id;
      };
      const [theirs, another] = [await agree([member.id]), await agree([own.id])];
      const chat = () => clock.use.enter({ ...owner, channel: undefined }, id);
      const view = await clock.use.readAction(await chat(), theirs);
      assert.deepEqual([view.members.map(({ id: one }) => one), view.mayChange], [[member.id], true]);
      await assert.rejects(clock.use.readAction(await chat(), another), /no such action/);
      await clock.use.changeAction(await chat(), theirs, { is: 'on track' });
      await unlinkNow();
      await work();
      const [action] = await clock.store.within(id, (unit) => unit.actions.some([theirs]));
      assert.deepEqual(action?.owners, [{ organisation: 2 }], 'their organisation stays the owner');
    });

    it('takes access away at once when its link ends: in the channel, in the chat, in the tab, and half way through a page', async () => {
      const { clock, manager, other, id, there, linkNow, unlinkNow, joins, work } = await prepare(opened());
      await linkNow();
      const [first, second] = [there('Sample 2 employee 1'), there('Sample 2 employee 2')];
      for (const who of [first, second, there('Sample 2 employee 3')]) await joins(who);
      await launch(clock, manager);
      await answerAll(clock, id, first);
      const page = await clock.use.survey.open(await clock.use.enter(second), 1);
      assert.equal(page.is, 'page');
      await unlinkNow();
      const chat = { ...second, channel: undefined };
      await assert.rejects(clock.use.enter(second), /no collaboration here/);
      await assert.rejects(clock.use.enter(second, id), /no collaboration here/);
      await assert.rejects(clock.use.enter(chat, id), /no collaboration here/);
      await assert.rejects(clock.use.enterChannel(other, second), /no collaboration here/);
      assert.deepEqual((await clock.use.readMyCollaborations(second)).collaborations, []);
      await work();
      assert.equal((await memberOf(clock, id, second))?.organisation, undefined, 'they have left the roster');
      const before = clock.posts.length;
      await clock.runUntil(new Date('2026-12-09T10:00:00Z'));
      const ids = [first, second].map(({ teamsUserId }) => teamsUserId);
      const late = clock.posts
        .slice(before)
        .filter(({ address }) => address.to === 'person' && ids.includes(address.teamsUserId));
      assert.deepEqual(late, [], 'nobody writes to them any more');
      const { facts } = await clock.use.closeRoundByHand(manager, 1);
      assert.equal(facts.answered, 1, 'what was answered stays counted');
    });

    it('leaves everybody on the roster who is in the home channel too, whatever they said where', async () => {
      const { clock, id, other, there, linkNow, unlinkNow, joins, work } = await prepare(opened());
      await linkNow();
      const both = { ...clock.somebody('Sample 1 leader 9'), channel: other };
      await joins(both, 1);
      assert.equal((await memberOf(clock, id, both))?.through, undefined);
      // Who comes into the home channel after they have said their place in the other one.
      const later = there('Sample 1 leader 10');
      await joins(later, 1);
      assert.equal((await memberOf(clock, id, later))?.through, other);
      clock.outside.clear();
      await unlinkNow();
      await work();
      for (const who of [both, later]) {
        const member = await memberOf(clock, id, who);
        assert.deepEqual([member?.organisation, member?.through], [1, undefined], who.name);
      }
    });

    it('writes to nobody who came through it once its link has ended, also before the roster follows', async () => {
      const { clock, manager, id, there, linkNow, unlinkNow, joins } = await prepare(opened());
      await linkNow();
      const people = [1, 2, 3].map((number) => there(`Sample 2 employee ${number}`));
      for (const who of people) await joins(who);
      await launch(clock, manager);
      await unlinkNow();
      clock.waiting.splice(0, clock.waiting.length, ...clock.waiting.filter(({ job }) => job.name !== 'leave channel'));
      await clock.runUntil(new Date('2026-12-08T10:00:00Z'));
      const ids = people.map(({ teamsUserId }) => teamsUserId);
      assert.ok(!clock.posts.some(({ address }) => address.to === 'person' && ids.includes(address.teamsUserId)));
      await clock.use.leaveChannel(id, 'a channel nobody came through');
      assert.equal((await memberOf(clock, id, people[0] ?? assert.fail()))?.organisation, 2);
    });

    it('ends by whoever asked for it, from the channel itself, and by nobody else there', async () => {
      const { clock, asker, other, there, linkNow } = await prepare(opened());
      await linkNow();
      await assert.rejects(clock.use.unlinkHere(await clock.use.enter(there('Sample 2 employee 2'))), /only who asked/);
      const who = await clock.use.enter(asker);
      await clock.use.unlinkHere(who);
      assert.equal(await clock.store.linkOf(other), undefined);
      await assert.rejects(clock.use.unlinkHere(who), /not a linked channel/);
    });

    it('is remembered by no server, so that the end of its link holds on all of them', async () => {
      const { clock, other, linkNow, unlinkNow } = await prepare(opened());
      const another = rememberingStore(opened().store, clock.now);
      await linkNow();
      assert.equal((await another.linkOf(other))?.home, false);
      assert.equal((await another.linkOf(clock.channel))?.home, true);
      await unlinkNow();
      assert.equal(await another.linkOf(other), undefined);
    });
  });
});

describe('a code that links a channel', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is good for one channel, also where two show it at once', async () => {
      const { clock, manager, asker, there, newCode, asks } = await prepare(opened());
      const { code } = await newCode(manager);
      const rival = { ...there('Sample 1 employee 1'), channel: `19:${randomUUID()}@thread.tacv2` };
      const results = await Promise.allSettled([clock.use.askLink(asker, code, {}), clock.use.askLink(rival, code, {})]);
      assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await asks()).length, 1);
      await assert.rejects(clock.use.askLink(asker, code, {}), /link code not good/);
    });

    it('answers alike where it is wrong, over, used or replaced, and nothing is stored', async () => {
      const { clock, manager, asker, newCode, asks } = await prepare(opened());
      const replaced = (await newCode(manager)).code;
      const over = (await newCode(manager)).code;
      await assert.rejects(clock.use.askLink(asker, replaced, {}), /link code not good/);
      clock.moveTo(new Date(clock.now().getTime() + codeGoodFor));
      await assert.rejects(clock.use.askLink(asker, over, {}), /link code not good/);
      await assert.rejects(clock.use.askLink(asker, 'no code', {}), /link code not good/);
      assert.deepEqual(await asks(), []);
    });

    it('is not looked at after a handful of wrong ones: of a channel, whoever tries, and of a person, wherever', async () => {
      const { clock, manager, asker, there, newCode, asks } = await prepare(opened());
      const many = await Promise.allSettled(
        Array.from({ length: mostTries * 3 }, (_, number) => clock.use.askLink(asker, `00000-000${10 + number}`, {})),
      );
      const reasons = many.map((one) => (one.status === 'rejected' ? String(one.reason) : 'in'));
      assert.equal(reasons.filter((reason) => reason.includes('link code not good')).length, mostTries);
      assert.equal(reasons.filter((reason) => reason.includes('too many tries')).length, mostTries * 2);
      const { code } = await newCode(manager);
      await assert.rejects(clock.use.askLink(there('Sample 2 employee 2'), code, {}), /too many tries/);
      const elsewhere = { ...asker, channel: `19:${randomUUID()}@thread.tacv2` };
      await assert.rejects(clock.use.askLink(elsewhere, code, {}), /too many tries/);
      assert.deepEqual(await asks(), []);
      clock.moveTo(new Date(clock.now().getTime() + triesWithin + 1));
      await clock.use.askLink(asker, (await newCode(manager)).code, {});
      assert.equal((await asks()).length, 1);
    });

    it('links to its own collaboration only, and a channel that has one to no other', async () => {
      const { clock, manager, asker, other, newCode, asks, linkNow, change } = await prepare(opened());
      const second = await prepare(opened());
      const { code } = await second.newCode(second.manager);
      await clock.use.askLink(asker, code, {});
      assert.deepEqual(await asks(), [], 'another collaboration hears nothing of it');
      const [ask] = await second.asks();
      assert.ok(ask);
      await change(manager, { is: 'confirm', id: ask.id });
      assert.equal(await clock.store.linkOf(other), undefined, 'nor can it confirm it');
      await linkNow();
      await assert.rejects(second.change(second.manager, { is: 'confirm', id: ask.id }), /channel taken/);
      const { code: more } = await newCode(manager);
      await assert.rejects(clock.use.askLink(asker, more, {}), /channel taken/);
      await assert.rejects(clock.use.askLink({ ...asker, channel: clock.channel }, more, {}), /channel taken/);
      await assert.rejects(clock.use.askLink({ ...asker, channel: undefined }, more, {}), /only in a channel/);
    });

    it('is made, confirmed and declined by integration managers alone', async () => {
      const { clock, manager, asker, id, leaders, newCode, change, asks } = await prepare(opened());
      const leader = { ...(leaders[1] ?? assert.fail()), collaboration: id, channel: clock.channel };
      await assert.rejects(newCode(leader), /only integration managers/);
      await clock.use.askLink(asker, (await newCode(manager)).code, {});
      const [ask] = await asks();
      assert.ok(ask);
      assert.deepEqual((await clock.use.readSetUp(leader)).asks, [], 'who asks is for integration managers');
      await assert.rejects(change(leader, { is: 'confirm', id: ask.id }), /only integration managers/);
      await change(manager, { is: 'decline', id: ask.id });
      await change(manager, { is: 'confirm', id: ask.id });
      assert.deepEqual(await asks(), []);
      assert.equal((await clock.use.readSetUp(manager)).channels.length, 1);
    });

    it('is told once, and stands in no log', async () => {
      const { clock, manager, id, newCode } = await prepare(opened());
      const { code } = await newCode(manager);
      const plain = code.replace('-', '');
      const log = await clock.store.within(id, (unit) => unit.notedOf(manager.person));
      assert.ok(!JSON.stringify(log).includes(plain) && !JSON.stringify(log).includes(code));
    });
  });
});
