import assert from 'node:assert/strict';
import { readerIn } from '../../tab/reader.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers and dates for a reader', () => {
  it('always shows one decimal, with the comma of the language', () => {
    assert.equal(readerIn('en', 'UTC').number(3), '3.0');
    assert.equal(readerIn('nb', 'UTC').number(3), '3,0');
  });

  it('shows a share as a whole percentage', () => {
    assert.equal(plain(readerIn('en', 'UTC').share(0.27)), '27%');
    assert.equal(plain(readerIn('nb', 'UTC').share(0.27)), '27 %');
  });

  it('says when a round closes by the clock of the collaboration, and names the zone', () => {
    const late = '2026-06-05T22:30:00Z';
    assert.equal(plain(readerIn('en', 'Europe/Oslo').moment(late)), 'Saturday, 6 June 2026, 00:30 (Europe/Oslo)');
    assert.equal(plain(readerIn('nb', 'Europe/Oslo').moment(late)), 'lørdag 6. juni 2026, 00:30 (Europe/Oslo)');
    assert.equal(plain(readerIn('en', 'Europe/London').day(late)), '5 June 2026');
  });

  it('keeps the day of a meeting the same in every zone', () => {
    assert.equal(readerIn('en', 'Pacific/Auckland').date('2026-03-12'), '12 March 2026');
    assert.equal(readerIn('nb', 'America/Los_Angeles').date('2026-03-12'), '12. mars 2026');
  });
});
