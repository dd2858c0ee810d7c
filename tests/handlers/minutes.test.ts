import assert from 'node:assert/strict';
import type { Request } from 'restify';
import { minutesPage } from '../../bot/contracts/minutes-api.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import type { MinutesFacts } from '../../bot/domain/message.ts';
import { minutesApi } from '../../bot/handlers/minutes-api.ts';

const who = { person: { tenantId: 'a', objectId: 'b' }, collaboration: 'c' as CollaborationId, language: 'en' } as const;
const facts: MinutesFacts = {
  ...{ language: 'en', channel: '19:x@thread.tacv2', purpose: 'A sample', meeting: 4, date: '2026-06-16' },
  decisions: ['One list'],
  agreed: [{ id: 7, text: 'Make it', due: '2026-06-26', owners: [{ name: undefined, organisation: 'Sample 1' }] }],
};

describe('minutes for the tab', () => {
  it('have what was decided, agreed by whom and until when, and the next meeting, as the page takes them', async () => {
    const ended = new Date('2026-06-16T09:05:00Z');
    const page = minutesApi({ readMinutes: () => Promise.resolve({ facts, zone: 'Europe/Oslo', ended }) });
    const written = await page(who, { params: { number: '4' } } as unknown as Request);
    assert.deepEqual(minutesPage.parse(written), {
      ...{ purpose: 'A sample', zone: 'Europe/Oslo', meeting: 4, date: '2026-06-16', ended: '2026-06-16T09:05:00.000Z' },
      decisions: ['One list'],
      agreed: [{ id: 7, text: 'Make it', due: '2026-06-26', owners: [{ name: null, organisation: 'Sample 1' }] }],
      next: null,
    });
  });
});
