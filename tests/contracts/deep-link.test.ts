import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linksToTab, linkToMessage, readLinkToTab } from '../../bot/contracts/deep-link.ts';
import { placeName, placeNamed } from '../../bot/contracts/tab-place.ts';
import type { TabPlace } from '../../bot/contracts/tab-place.ts';
import { sampleAppId } from '../../local/sample.ts';

const link = linksToTab({ teamsAppId: sampleAppId, publicUrl: 'https://common-ground.example.org' });
const first: TabPlace = { is: 'first' };

const number = fc.integer({ min: 1, max: 32_767 });
const places = fc.oneof(
  fc.constant(first),
  fc.tuple(number, number).map(([one, other]): TabPlace => ({ is: 'pair', one, other })),
  fc.tuple(number, number, number).map(([one, other, round]): TabPlace => ({ is: 'pair', one, other, round })),
  number.map((round): TabPlace => ({ is: 'round', round })),
  number.map((meeting): TabPlace => ({ is: 'minutes', meeting })),
  fc.constantFrom<TabPlace>({ is: 'timeline' }, { is: 'actions' }),
  fc.integer({ min: 1, max: 999_999_999 }).map((action): TabPlace => ({ is: 'action', action })),
);

describe('a link to a place in the tab', () => {
  it('is what Teams documents: app, tab, web address, label, and a context with channel and place', () => {
    const { origin, pathname, searchParams } = new URL(link('19:abc@thread.tacv2', { is: 'pair', one: 1, other: 3 }));
    assert.equal(`${origin}${pathname}`, `https://teams.microsoft.com/l/entity/${sampleAppId}/collaboration`);
    assert.deepEqual(Object.fromEntries(searchParams), {
      webUrl: 'https://common-ground.example.org/tab/index.html',
      label: 'Common Ground',
      context: '{"channelId":"19:abc@thread.tacv2","subEntityId":"pair-1-3"}',
    });
    assert.equal(new URL(link('19:x')).searchParams.get('context'), '{"channelId":"19:x"}');
  });

  it('is read back as the channel and the place it was made of, whatever the channel is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), places, (channel, place) => {
        assert.deepEqual(readLinkToTab(link(channel, place), sampleAppId), { channel, place });
        assert.doesNotMatch(link(channel, place), /[ +"<>]/);
      }),
    );
  });

  it('of another app, another site or another shape is none', () => {
    const good = link('19:x');
    const bad = [
      ...[
        '',
        'nonsense',
        'javascript:alert(1)',
        good.replace('teams.microsoft.com', 'teams.example.org'),
        good.replace('https', 'http'),
      ],
      ...[good.replace(sampleAppId, sampleAppId.replace(/^./, 'z')), good.replace('/collaboration', '/other')],
      ...[good.replace(/context=.*/, ''), good.replace(/context=.*/, 'context=%7B'), good.replace(/context=.*/, 'context=[]')],
    ];
    for (const one of bad) assert.equal(readLinkToTab(one, sampleAppId), undefined, one);
  });

  it('with a place nobody knows leads to the first screen', () => {
    for (const name of [
      undefined,
      '',
      'manage-1',
      'pair-1',
      'pair-0-1',
      'pair-1-2-3',
      'round-',
      'round--1',
      'round-1e3',
      '../x',
      'pair-1-2\n',
      'PAIR-1-2',
      'round-0-pair-1-2',
      'round-1-matrix',
      'timeline-1',
    ])
      assert.deepEqual(placeNamed(name), first, name);
    fc.assert(
      fc.property(places, (place) => {
        assert.deepEqual(placeNamed(placeName(place)), place);
      }),
    );
  });

  it('to a message of a channel carries channel, message and the tenant it is in', () => {
    assert.equal(
      linkToMessage('tenant', '19:a/b@thread.tacv2', '1700000000000'),
      'https://teams.microsoft.com/l/message/19%3Aa%2Fb%40thread.tacv2/1700000000000?tenantId=tenant',
    );
  });
});
