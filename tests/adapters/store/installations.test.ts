import assert from 'node:assert/strict';
import { onEveryEngine, wholeStore } from '../../store-engines.ts';

describe('where the bot is installed is kept', () => {
  onEveryEngine(wholeStore, (opened) => {
    const reference = (name: string): { conversation: { id: string } } => ({ conversation: { id: name } });

    it('an installation is replaced only when that is asked for', async () => {
      const { installations } = opened();
      assert.equal(await installations.add('first', reference('a'), false), true);
      assert.equal(await installations.add('first', reference('b'), false), false);
      assert.deepEqual(await installations.find('first'), reference('a'));
      assert.equal(await installations.add('first', reference('b'), true), true);
      assert.deepEqual(await installations.find('first'), reference('b'));
    });

    it('one that was removed is not found, and is removed once', async () => {
      const { installations } = opened();
      await installations.add('removed', reference('a'), false);
      assert.equal(await installations.remove('removed'), true);
      assert.equal(await installations.remove('removed'), false);
      assert.equal(await installations.find('removed'), undefined);
    });

    it('a tenant that Teams moves is reached by its new address, and no other tenant with it', async () => {
      const { installations } = opened();
      const at = (serviceUrl: string) => ({ ...reference('team'), serviceUrl });
      await installations.add('_moved_team', at('https://old.example/'), true);
      await installations.add('_stays_team', at('https://old.example/'), true);
      await installations.moveTo('moved', 'https://new.example/');
      assert.deepEqual(await installations.ofTenant('moved'), at('https://new.example/'));
      assert.deepEqual(await installations.ofTenant('stays'), at('https://old.example/'));
      assert.equal(await installations.ofTenant('move'), undefined);
    });

    it('pages give each one once, and the last has no token', async () => {
      const { installations } = opened();
      for (const name of ['page-1', 'page-2', 'page-3', 'page-4']) await installations.add(name, reference(name), true);
      const first = await installations.page(2, 'page-');
      assert.deepEqual(first, { references: [reference('page-1'), reference('page-2')], token: 'page-2' });
      assert.deepEqual(await installations.page(2, first.token), { references: [reference('page-3'), reference('page-4')] });
    });
  });
});
