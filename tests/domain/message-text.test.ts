import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageLink } from '../../bot/domain/actions/message-link.ts';
import { messageText } from '../../bot/domain/message-text.ts';
import { isFound, wantedWords } from '../../bot/domain/search.ts';

const read = (content: string, most = 400): string => messageText({ isHtml: true, content }, most);
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');

describe('the words of a message', () => {
  it('are what people read of it: tags part words or vanish, names stay, what is hidden is left out', () => {
    assert.equal(
      read('<div><div><at id="0">Sample name</at> - call back</div>\n<div>within <b>one</b> day</div></div>'),
      'Sample name - call back within one day',
    );
    assert.equal(read('<p>One</p><p>two<br/>three</p><ul><li>four</li></ul>'), 'One two three four');
    assert.equal(read('a<script>alert(1)</script>b<style>p{}</style>c'), 'abc');
    assert.equal(read('İİİ<script>alert(1)</script><b>b</b>'), 'İİİb');
    assert.equal(
      read('5 &lt; 6 &amp;amp; &quot;x&quot; &#230;&#xF8;&nbsp;&aring; &#0;&#xD800;.'),
      '5 < 6 &amp; "x" æø &aring; .',
    );
    assert.equal(read('<attachment id="x"></attachment>'), '');
    assert.equal(read('left < open'), 'left < open');
    assert.equal(messageText({ isHtml: false, content: '<b>as it is</b>' }, 400), '<b>as it is</b>');
  });

  it('are, for whatever was written, the same words on one line, and never longer than there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (written, most) => {
        assert.equal(read(escaped(written), 100_000), oneLine(written));
        const cut = read(`<p>${escaped(written)}</p>`, most);
        assert.ok(cut.length <= most && !/[\p{Cc}\p{Cs}]/u.test(cut));
      }),
    );
  });

  it('are taken out of any nonsense, in a time that does not grow faster than it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', '&', '#', ';', 'script', 'p', ' ', 'x') }), (html) => {
        assert.ok(read(html).length <= 400);
      }),
    );
    for (const sign of ['<', '<p', '<script>', '&', '&#', '<!--']) read(sign.repeat(100_000 / sign.length));
  });
});

describe('a link to a message', () => {
  it('is kept where it leads to a message in Teams', () => {
    const link = 'https://teams.microsoft.com/l/message/19%3Aabc%40thread.tacv2/1611060744833?tenantId=x&parentMessageId=1';
    assert.equal(messageLink(link), link);
    assert.ok(messageLink('https://teams.cloud.microsoft/l/message/19:abc@thread.v2/1'));
  });

  it('is left out where it leads anywhere else, or is too long', () => {
    for (const link of [
      '',
      'teams',
      'javascript:alert(1)//teams.microsoft.com/l/message/1',
      'http://teams.microsoft.com/l/message/1',
      'https://teams.microsoft.com.example.org/l/message/1',
      'https://example.org/https://teams.microsoft.com/l/message/1',
      'https://teams.microsoft.com@example.org/l/message/1',
      'https://somebody@teams.microsoft.com/l/message/1',
      'https://teams.microsoft.com:8443/l/message/1',
      'https://teams.microsoft.com/l/entity/1',
      'https://teams.microsoft.com/l/message/',
      'https://teams.microsoft.com/l/message/../../x',
      `https://teams.microsoft.com/l/message/${'1'.repeat(1_000)}`,
    ])
      assert.equal(messageLink(link), undefined, link);
  });

  it('has no sign that markdown takes for its end, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'()[]\\*_~`<> a1/?&#%'.split('')) }), (written) => {
        assert.doesNotMatch(messageLink(`https://teams.microsoft.com/l/message/1${written}`) ?? '', /[()[\]\\*_~`<>\s]/);
      }),
    );
  });
});

describe('what is typed into a search box', () => {
  it('is words, in any order and any case', () => {
    assert.deepEqual(wantedWords('  Bergen  KOMMUNE\n'), ['bergen', 'kommune']);
    assert.ok(isFound(wantedWords('øst sykehus'), 'Sykehuset ØST'));
    assert.ok(!isFound(wantedWords('øst vest'), 'Sykehuset Øst'));
    assert.deepEqual(
      ['2', '20', '2027', '2027-02'].map((word) => isFound([word], 'Round 2 2027-02-12')),
      [true, false, true, true],
    );
    assert.deepEqual(wantedWords('x '.repeat(100)).length, 8);
  });
});
