import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';
import { newCollaboration, somebody, tenant, wish } from './samples.ts';

describe('setting up, members and welcomes are kept', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('a collaboration is found by its home channel, with everything it was set up with', async () => {
      const { store } = opened();
      const asked = wish();
      const founder = somebody('Sample integration manager');
      const id = await store.createCollaboration(asked, founder);
      assert.notEqual(id, 'channel taken');
      assert.equal((await store.linkOf(asked.homeChannel))?.collaboration, id);
      const found = await store.collaborationNamed(id);
      assert(found);
      const { organisations, ...rest } = asked;
      assert.deepEqual(await store.within(found, (unit) => unit.collaboration()), {
        id,
        ...rest,
        organisations: organisations.map((name, index) => ({ id: index + 1, name })),
      });
      const member = await store.within(found, (unit) => unit.members.of(founder));
      assert.equal(member?.integrationManager, true);
    });

    it('an unlinked channel and an id that is none, or of nothing, lead nowhere', async () => {
      const { store } = opened();
      await newCollaboration(store);
      assert.equal((await store.linkOf('19:nowhere'))?.collaboration, undefined);
      assert.equal(await store.collaborationNamed(randomUUID()), undefined);
      assert.equal(await store.collaborationNamed("' or true --"), undefined);
    });

    it('a person is found on every roster they stand on, written in any letter case, and never more than asked for', async () => {
      const { store } = opened();
      const person = somebody('Sample leader of three', 1, 'leader');
      const ids = [await newCollaboration(store), await newCollaboration(store), await newCollaboration(store)];
      await newCollaboration(store);
      for (const id of ids) await store.within(id, (unit) => unit.members.put(person));
      const { tenantId, objectId } = person;
      const loud = { tenantId: tenantId.toUpperCase(), objectId: objectId.toUpperCase() };
      assert.deepEqual(await store.collaborationsOf(loud, 50), ids.sort());
      assert.deepEqual(await store.collaborationsOf(person, 2), ids.sort().slice(0, 2));
      assert.deepEqual(await store.collaborationsOf({ tenantId, objectId: randomUUID() }, 50), []);
    });

    it('a channel belongs to one collaboration, also when two set up at the same time', async () => {
      const { store } = opened();
      const channel = randomUUID();
      const both = await Promise.all([1, 2].map(() => store.createCollaboration(wish(channel), somebody('Sample founder'))));
      assert.equal(both.filter((result) => result === 'channel taken').length, 1);
      const id = both.find((result) => result !== 'channel taken');
      assert.equal((await store.linkOf(channel))?.collaboration, id);
    });

    it('putting a member again replaces what is given and leaves what is not', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const person = somebody('Sample leader 1', 1, 'leader');
      const first = await store.within(id, (unit) => unit.members.put({ ...person, integrationManager: true }));
      const { tenantId, objectId } = person;
      const second = await store.within(id, (unit) =>
        unit.members.put({
          tenantId,
          objectId: objectId.toUpperCase(),
          name: 'Sample leader, renamed',
          teamsUserId: '29:new',
          organisation: 2,
        }),
      );
      assert.deepEqual(second, { ...first, name: 'Sample leader, renamed', teamsUserId: '29:new', organisation: 2 });
      assert.deepEqual(await store.within(id, (unit) => unit.members.of({ tenantId, objectId })), second);
      assert.equal((await store.within(id, (unit) => unit.members.all())).length, 2);
    });

    it('a conversation is welcomed once, also when asked by two at once, until it is forgotten', async () => {
      const { store } = opened();
      const conversation = randomUUID();
      const claims = await Promise.all([store.claimWelcome(conversation), store.claimWelcome(conversation)]);
      assert.deepEqual(claims.sort(), [false, true]);
      await store.forgetWelcome(conversation);
      assert.equal(await store.claimWelcome(conversation), true);
    });

    it('a unit of work that throws leaves nothing behind', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const person = somebody('Sample leader 2');
      await assert.rejects(
        store.within(id, async (unit) => {
          await unit.members.put(person);
          throw new Error('sample failure');
        }),
        /sample failure/,
      );
      assert.equal(await store.within(id, (unit) => unit.members.of(person)), undefined);
    });

    it('a unit of work inside a unit of work is refused instead of waiting for ever', async () => {
      const { store, pseudonyms } = opened();
      const id = await newCollaboration(store);
      const person = { tenantId: tenant, objectId: randomUUID() };
      await assert.rejects(
        store.within(id, () => store.within(id, () => Promise.resolve())),
        /nothing but the unit/,
      );
      await assert.rejects(
        store.within(id, () => pseudonyms.of(id, person)),
        /nothing but the unit/,
      );
      await store.ping();
    });
  });
});
