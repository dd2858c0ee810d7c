import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { rememberingStore } from '../../bot/adapters/remembering-store.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { buttonData } from '../../bot/contracts/buttons.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import type { Language } from '../../bot/domain/collaboration.ts';
import { pressButton, readButton } from '../../bot/handlers/press-button.ts';
import type { Store } from '../../bot/ports/store.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const linkToTab = linksToTab({ teamsAppId: 'sample', publicUrl: 'https://sample.example' });

/**
 * A collaboration that speaks English. Norwegian is the Teams of the manager, of an owner and of who will be absent; of the others
 * nothing is known.
 */
const prepare = async (opened: OpenStore, counts: readonly number[] = [3, 3], nextMeeting = '2026-03-24') => {
  const clock = clockwork(opened, at('2026-03-02T10:00'));
  const { id, leaders } = await sampleOf(clock, counts, { nextMeeting });
  const people = leaders.map((leader) => ({ ...leader, collaboration: id }));
  const [manager, owner, absent, second] = people;
  assert.ok(manager && owner && absent && second);
  const norwegians = [manager, owner, absent];
  const speak = (who: Caller, language: Language | undefined) =>
    clock.use.keepLanguage({ collaboration: id, person: who.person, language });
  for (const who of norwegians) await speak(who, 'nb');
  const kept = async ({ person }: Pick<Caller, 'person'>) =>
    (await clock.store.within(id, (unit) => unit.members.of(person)))?.language;
  const members = await clock.store.within(id, (unit) => unit.members.all());
  const memberOf = ({ person }: Caller): number => members.find((one) => one.objectId === person.objectId)?.id ?? assert.fail();
  const agree = (text: string, who: Caller, due: string) => {
    const wish = { text, kind: 'quick win', due, owners: [memberOf(who)], source: { from: 'by hand' } } as const;
    return clock.use.agreeAction(manager, text, wish, undefined);
  };
  const versionOf = async (meeting: number) =>
    (await clock.use.readMeetings(manager)).meetings.find(({ number }) => number === meeting)?.version ?? assert.fail();
  return { clock, id, people, norwegians, manager, owner, absent, second, speak, kept, memberOf, agree, versionOf };
};
type Prepared = Awaited<ReturnType<typeof prepare>>;

/** What each message speaks that was sent, and whether that is what its reader does; of the channel, the collaboration. */
const wrongIn = ({ clock, norwegians }: Pick<Prepared, 'clock' | 'norwegians'>): readonly string[] =>
  clock.posts.flatMap(({ address, message: { kind, facts } }) => {
    const user = address.to === 'person' ? address.teamsUserId : undefined;
    const expected = norwegians.some(({ teamsUserId }) => teamsUserId === user) ? 'nb' : 'en';
    return facts.language === expected ? [] : [`${kind} to ${user ?? 'the channel'}: ${facts.language}`];
  });
const kindsTo = ({ posts }: Clockwork, to: 'person' | 'channel'): readonly string[] =>
  [...new Set(posts.filter(({ address }) => address.to === to).map(({ message }) => message.kind))].sort();

describe('what the app writes by itself', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('to one person is in the language of that person’s Teams, else in the collaboration’s; to a channel always in the collaboration’s', async function () {
      this.timeout(patience);
      const sample = await prepare(opened());
      const { clock, id, people, manager, owner, absent, second, memberOf, agree, versionOf } = sample;
      await clock.use.launchRound(manager, wishFor('2026-03-20'));
      for (const who of [owner, second]) {
        await agree(`Soon, of ${who.name}`, who, '2026-03-06');
        await agree(`Later, of ${who.name}`, who, '2026-04-30');
      }
      await clock.runUntil(at('2026-03-24T11:00'));
      await clock.use.decide.add(manager, 1, 'a sample', 'We share one phone list');
      const present = people.filter((one) => one !== absent).map(memberOf);
      await clock.use.takeAttendance(manager, 1, undefined, present);
      await clock.use.changeMeeting.held(manager, 1, await versionOf(1));
      await clock.runUntil(at('2026-03-27T12:00'));
      assert.deepEqual(wrongIn(sample), []);
      const privately = ['brief', 'digest', 'nudge', 'reminder', 'since last', 'survey copy', 'update request'];
      assert.deepEqual(kindsTo(clock, 'person'), privately);
      assert.deepEqual(kindsTo(clock, 'channel'), ['agreed', 'check-out', 'minutes', 'survey']);
      assert.equal((await clock.store.within(id, (unit) => unit.collaboration())).language, 'en');
    });

    it('tells each integration manager in their own language why a survey did not open', async () => {
      const sample = await prepare(opened(), [3, 1]);
      const { clock, manager, second, memberOf } = sample;
      await clock.use.correctRoster.setIntegrationManager(manager, memberOf(second), true);
      const survey = {
        instrument: 'relational',
        questions: [],
        audience: ['leader'],
        k: 5,
        opensBefore: 14,
        closesBefore: 3,
      } as const;
      await clock.use.setSurvey(manager, 1, 1, survey);
      await clock.runUntil(at('2026-03-12T12:00'));
      assert.deepEqual(kindsTo(clock, 'person'), ['survey not opened']);
      assert.equal(clock.posts.length, 2);
      assert.deepEqual(wrongIn(sample), []);
    });

    it('says in each copy of a survey in its reader’s language that the round is closed', async () => {
      const { clock, norwegians, manager } = await prepare(opened());
      await clock.use.launchRound(manager, wishFor('2026-03-20'));
      await clock.runUntil(at('2026-03-02T10:05'));
      clock.updates.length = 0;
      await clock.use.closeRoundByHand(manager, 1);
      await clock.runUntil(at('2026-03-02T10:10'));
      const said = clock.updates.map(({ place, message }) => {
        const { address } = clock.posts[Number(place.activity) - 1] ?? assert.fail();
        const isNorwegian = norwegians.some((one) => address.to === 'person' && one.teamsUserId === address.teamsUserId);
        return [message.kind, isNorwegian ? 'nb' : 'en', message.facts.language];
      });
      assert.equal(said.length, 7);
      assert.equal(said.filter(([, expected]) => expected === 'nb').length, 3);
      for (const [kind, expected, language] of said) assert.deepEqual([kind, language], ['survey closed', expected]);
    });

    it('is in the language their Teams speaks when it leaves, not when it was asked for', async () => {
      const { clock, second, speak, agree } = await prepare(opened());
      await agree('A sample', second, '2026-03-06');
      await clock.runUntil(at('2026-03-03T07:00'));
      await speak(second, 'nb');
      await clock.runUntil(at('2026-03-03T12:00'));
      const nudge = clock.posts.find(({ message }) => message.kind === 'nudge') ?? assert.fail();
      assert.equal(nudge.message.facts.language, 'nb');
    });
  });
});

describe('the language of a person’s Teams', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is learnt from whatever they ask for in a channel, in its tab, in their chat, and where they set up or say their place', async () => {
      const { clock, id, manager, owner, second, kept, speak } = await prepare(opened());
      const press = pressButton(clock.use, linkToTab);
      const pressed = readButton(buttonData({ verb: 'roster.open', collaboration: id }));
      const ways: Readonly<Record<string, (language: Language) => Promise<unknown>>> = {
        'a button in the channel': (language) => press({ ...second, language }, pressed),
        'a button in their chat': (language) => press({ ...second, channel: undefined, language }, pressed),
        'the tab of the channel': (language) => clock.use.enterChannel(clock.channel, { person: second.person, language }),
        'the personal tab': (language) => clock.use.readMyCollaborations({ person: second.person, language }),
        'their own actions': (language) => clock.use.readMyActions({ person: second.person, language }),
        'the message extension in the channel': (language) => clock.use.where({ ...second, language }),
        'the message extension elsewhere': (language) => clock.use.where({ ...second, channel: undefined, language }),
        'a link to the tab': (language) => clock.use.followLink({ ...second, language }, clock.channel, { is: 'first' }),
        'their place': (language) => clock.use.chooseOrganisation({ ...second, language }, { organisation: 2, role: 'leader' }),
      };
      for (const [way, ask] of Object.entries(ways)) {
        for (const language of ['nb', 'en'] as const) {
          await ask(language);
          assert.equal(await kept(second), language, way);
        }
      }
      assert.equal(await kept(owner), 'nb');
      await speak(manager, undefined);
      assert.equal(await kept(manager), 'nb');
      const elsewhere = clockwork(opened(), clock.now());
      const founder = { ...elsewhere.somebody('Sample founder'), language: 'nb' } as const;
      const wish = { purpose: 'A sample', organisations: 'Sample 1\nSample 2', nextMeeting: '2026-04-07', zone: 'Europe/Oslo' };
      const { id: other } = await elsewhere.use.setUpCollaboration(founder, { ...wish, language: 'en' });
      const member = await elsewhere.store.within(other, (unit) => unit.members.of(founder.person));
      assert.equal(member?.language, 'nb');
    });

    it('is not learnt where somebody is refused, nor of who is not on the roster', async () => {
      const { clock, id, owner, kept } = await prepare(opened());
      clock.outside.add(owner.person.objectId);
      await assert.rejects(
        clock.use.enterChannel(clock.channel, { person: owner.person, language: 'en' }),
        /no collaboration here/,
      );
      const { collaborations } = await clock.use.readMyCollaborations({ person: owner.person, language: 'en' });
      assert.deepEqual(collaborations, []);
      assert.equal(await kept(owner), 'nb');
      const stranger = clock.somebody('Sample stranger');
      await clock.use.keepLanguage({ collaboration: id, person: stranger.person, language: 'nb' });
      assert.equal(await kept(stranger), undefined);
    });

    it('never fails what was asked for', async () => {
      const failing: Store = { ...opened().store, keepLanguage: () => Promise.reject(new Error('a sample failure')) };
      const { clock, id, second, kept } = await prepare({ ...opened(), store: failing });
      const pressed = readButton(buttonData({ verb: 'roster.view', collaboration: id }));
      const { mine } = await pressButton(clock.use, linkToTab)({ ...second, language: 'nb' }, pressed);
      assert.match(JSON.stringify(mine), /Sample 2/);
      assert.equal((await clock.use.enterChannel(clock.channel, { person: second.person, language: 'nb' })).collaboration, id);
      assert.equal(await kept(second), undefined);
    });

    it('costs an answer page nothing where it is kept already, and one trip where it is another', async () => {
      let clockNow = (): Date => at('2026-03-02T10:00');
      const trips: string[] = [];
      const counted = (store: Store): Store => ({
        ...store,
        standing: (...asked) => (trips.push('standing'), store.standing(...asked)),
        keepLanguage: (...asked) => (trips.push('keep language'), store.keepLanguage(...asked)),
        within: (...asked) => (trips.push('within'), store.within(...asked)),
        answers: (...asked) => {
          const { record, of } = store.answers(...asked);
          return {
            record: (...answer) => (trips.push('record'), record(...answer)),
            of: (...whose) => (trips.push('of'), of(...whose)),
          };
        },
      });
      const store = rememberingStore(counted(opened().store), () => clockNow());
      const { clock, id, manager, owner, kept } = await prepare({ ...opened(), store }, [3, 3, 3]);
      clockNow = clock.now;
      await clock.use.launchRound(manager, wishFor('2026-03-20'));
      const press = pressButton(clock.use, linkToTab);
      const answer = (language: Language) => {
        const ratings = { R1: '3', R2: '3', R3: '3', R4: '3', R5: '3', R6: '3', R7: '3', E1: '3', E2: '3' };
        const data = { ...buttonData({ verb: 'survey.page', collaboration: id, round: 1, target: 2 }), ...ratings };
        return press({ ...owner, language }, readButton(data));
      };
      await answer('nb');
      /** The trips of one page, so many seconds after the one before. */
      const tripsOf = async (seconds: number, language: Language) => {
        clock.moveTo(new Date(clock.now().getTime() + seconds * 1_000));
        trips.length = 0;
        await answer(language);
        return [...trips];
      };
      assert.deepEqual(await tripsOf(5, 'nb'), ['record']);
      assert.deepEqual(await tripsOf(31, 'nb'), ['standing', 'record']);
      assert.deepEqual(await tripsOf(29, 'nb'), ['record']);
      assert.deepEqual(await tripsOf(3_600, 'nb'), ['standing', 'record']);
      assert.deepEqual(await tripsOf(5, 'en'), ['record', 'keep language']);
      assert.equal(await kept(owner), 'en');
      assert.deepEqual(await tripsOf(5, 'en'), ['record']);
      assert.deepEqual(await tripsOf(120, 'en'), ['standing', 'record']);
    });

    it('that another server has learnt meanwhile is noticed after a minute', async () => {
      let now = at('2026-03-02T10:00');
      const { id, owner, kept } = await prepare(opened());
      const [one, other] = [1, 2].map(() => rememberingStore(opened().store, () => now));
      assert.ok(one && other);
      await one.keepLanguage(id, owner.person, 'nb');
      await other.keepLanguage(id, owner.person, 'en');
      await one.keepLanguage(id, owner.person, 'nb');
      assert.equal(await kept(owner), 'en');
      now = new Date(now.getTime() + 60_000);
      await one.keepLanguage(id, owner.person, 'nb');
      assert.equal(await kept(owner), 'nb');
    });
  });
});
