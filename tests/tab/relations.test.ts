import assert from 'node:assert/strict';
import { bands, symbolOf, wordOf } from '../../tab/band.ts';
import { expectationGapsOf, isVeryLow, nothingShown, pairsOf } from '../../tab/relations.ts';
import { matrix3, nothing, pooled, rare } from './fixtures.ts';

const organisations = ['H', 'A', 'B'].map((id) => ({ id, name: `Organisation ${id}` }));

describe('what the results screen shows', () => {
  it('gives every band its own symbol and its own word', () => {
    assert.equal(new Set(bands.map((band) => symbolOf[band])).size, bands.length);
    assert.equal(new Set(bands.map((band) => wordOf[band])).size, bands.length);
  });

  it('names each pair once, in the order of set-up', () => {
    assert.deepEqual(
      pairsOf(organisations, {}).map(({ first, second }) => first.id + second.id),
      ['HA', 'HB', 'AB'],
    );
  });

  it('asks what each needs from each other, never from itself, in the order of set-up', () => {
    const named = expectationGapsOf(organisations, {}).map(({ first, second }) => first.id + second.id);
    assert.deepEqual(named, ['HA', 'HB', 'AH', 'AB', 'BH', 'BA']);
  });

  it('finds the published value of a pair by its key', () => {
    const pairs = pairsOf(organisations, { 'H-B': { status: 'hidden' } });
    assert.deepEqual(
      pairs.map(({ value }) => value),
      [undefined, { status: 'hidden' }, undefined],
    );
  });

  it('hatches an organisation where fewer than half answered, and no other', () => {
    assert.deepEqual(
      ['H', 'A', 'B', 'N', 'unknown'].filter((id) => isVeryLow(rare, id)),
      ['B'],
    );
  });

  it('knows when a round closed with nothing that may be shown', () => {
    assert.deepEqual([matrix3, pooled, nothing].map(nothingShown), [false, false, true]);
  });
});
