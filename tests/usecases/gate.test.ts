import assert from 'node:assert/strict';
import type { Store } from '../../bot/ports/store.ts';
import type { Directory } from '../../bot/ports/teams.ts';
import { enterChannel } from '../../bot/usecases/gate.ts';
import { silentLog } from '../store-engines.ts';

const person = { tenantId: '00000000-1111-4111-8111-111111111111', objectId: '00000000-2222-4222-8222-222222222222' };

describe('the door of the tab', () => {
  it('asks Teams also about a channel that is nobody’s, so that how long it takes tells nothing, and lets nobody in whatever Teams says', async () => {
    for (const said of [true, false, 'unknown'] as const) {
      const asked: string[] = [];
      const directory: Directory = {
        tenantOf: () => Promise.resolve('unknown'),
        isInChannel: (tenant, channel) => {
          asked.push(`${tenant} ${channel}`);
          return Promise.resolve(said);
        },
      };
      const store = { linkOf: () => Promise.resolve(undefined) } as unknown as Store;
      const entering = enterChannel({ store, directory, log: silentLog })('19:nothing@thread.tacv2', { person, language: 'en' });
      await assert.rejects(entering, { reason: 'no collaboration here' });
      assert.deepEqual(asked, [`${person.tenantId} 19:nothing@thread.tacv2`]);
    }
  });
});
