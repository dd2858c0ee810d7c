import assert from 'node:assert/strict';
import sinon from 'sinon';
import { fetchOverview } from '../../tab/api.ts';
import { sentenceOf, type Failure } from '../../tab/failure.ts';
import { languageOf as heardAs } from '../../bot/handlers/caller.ts';
import { languageOf, spokenIn } from '../../tab/language.ts';
import { after } from '../../tab/use-kept.ts';
import { wordsIn } from '../../tab/words.ts';
import { overviewOf } from './fixtures.ts';

const refusal = { type: 'about:blank', title: 'Not found', status: 404, detail: 'There is no collaboration here.' };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

function caller(...answers: (Response | Error)[]) {
  const request = sinon.stub<Parameters<typeof fetch>, ReturnType<typeof fetch>>();
  answers.forEach((answer, at) => {
    if (answer instanceof Error) request.onCall(at).rejects(answer);
    else request.onCall(at).resolves(answer);
  });
  const token = sinon.stub<[], Promise<string>>();
  token.onFirstCall().resolves('first');
  token.onSecondCall().resolves('second');
  return { language: 'nb' as const, token, fetch: request };
}

const headersOf = (call: sinon.SinonSpyCall<Parameters<typeof fetch>>) => new Headers(call.args[1]?.headers);

describe('asking the server', () => {
  it('asks for the channel by its whole id, in the language of the reader, as the person signed in', async () => {
    const asking = caller(json(200, overviewOf({})));
    assert.deepEqual(await fetchOverview(asking, '19:a/b@thread.tacv2'), { value: overviewOf({}) });
    const call = asking.fetch.firstCall;
    assert.equal(call.args[0], '/api/channels/19%3Aa%2Fb%40thread.tacv2/overview');
    assert.equal(headersOf(call).get('authorization'), 'Bearer first');
    assert.equal(headersOf(call).get('accept-language'), 'nb');
  });

  it('says what Teams speaks, and takes nobody who reads English for want of their own language for English', () => {
    for (const [locale, reads, heard] of [
      ['nb-no', 'nb', 'nb'],
      ['nn-NO', 'nb', 'nb'],
      ['no', 'nb', 'nb'],
      ['en-us', 'en', 'en'],
      ['EN', 'en', 'en'],
      ['de-de', 'en', undefined],
      ['enm', 'en', undefined],
      ['', 'en', undefined],
    ] as const)
      assert.deepEqual([languageOf(locale), heardAs(spokenIn(locale))], [reads, heard], locale);
  });

  it('fetches a new token once when the first is refused', async () => {
    const asking = caller(json(401, {}), json(200, overviewOf({})));
    assert.deepEqual(await fetchOverview(asking, 'c'), { value: overviewOf({}) });
    assert.equal(headersOf(asking.fetch.secondCall).get('authorization'), 'Bearer second');
  });

  it('does not ask a third time', async () => {
    const asking = caller(json(401, {}), json(401, { ...refusal, status: 401 }));
    const fetched = await fetchOverview(asking, 'c');
    assert.deepEqual(fetched, { failure: { kind: 'problem', status: 401, sentence: refusal.detail } });
    assert.equal(asking.fetch.callCount, 2);
  });

  it("passes on the server's own sentence when it refuses", async () => {
    const fetched = await fetchOverview(caller(json(404, refusal)), 'c');
    assert.deepEqual(fetched, { failure: { kind: 'problem', status: 404, sentence: refusal.detail } });
  });

  it('takes nothing from an answer that does not keep the contract', async () => {
    const wrong = [json(200, { ...overviewOf({}), surprise: 1 }), new Response('<html>', { status: 200 })];
    for (const answer of wrong) assert.deepEqual(await fetchOverview(caller(answer), 'c'), { failure: { kind: 'unreadable' } });
  });

  it('tells a server in trouble from a lost network', async () => {
    assert.deepEqual(await fetchOverview(caller(new Response('bad gateway', { status: 502 })), 'c'), {
      failure: { kind: 'server' },
    });
    assert.deepEqual(await fetchOverview(caller(new TypeError('Failed to fetch')), 'c'), { failure: { kind: 'offline' } });
  });

  it('names the reason when Teams gives no token, and asks the server nothing', async () => {
    const asking = caller();
    asking.token.onFirstCall().rejects(new Error('resourceRequiresConsent'));
    assert.deepEqual(await fetchOverview(asking, 'c'), { failure: { kind: 'signIn', code: 'resourceRequiresConsent' } });
    assert.equal(asking.fetch.callCount, 0);
  });

  it('says every failure in one plain sentence', () => {
    const kinds = ['offline', 'server', 'unreadable', 'noChannel', 'crashed'] as const;
    const failures: Failure[] = [...kinds.map((kind) => ({ kind })), { kind: 'signIn', code: 'SampleCode' }];
    for (const language of ['en', 'nb'] as const) {
      const said = failures.map((failure) => sentenceOf(failure, wordsIn(language)));
      assert.equal(new Set(said).size, failures.length);
      for (const sentence of said) assert.match(sentence, /^\p{Lu}.*\.$/u);
      assert.match(said.at(-1) ?? '', /SampleCode/);
    }
  });
});

describe('what is known after an answer', () => {
  const seen = { value: overviewOf({}), fetchedAt: new Date(0), ahead: 0, failure: null, busy: true };

  it('keeps the last good answer while there is no contact', () => {
    const failure = { kind: 'offline' } as const;
    assert.deepEqual(after(seen, { failure }), { ...seen, failure, busy: false });
  });

  it('takes the results away when the server no longer lets the reader see them', () => {
    const failure = { kind: 'problem', status: 404, sentence: refusal.detail } as const;
    assert.equal(after(seen, { failure }).value, null);
  });
});

describe('asking again', () => {
  const tagged = (tag: string) => new Response(JSON.stringify(overviewOf({})), { headers: { etag: tag } });

  it('names the answer it has, and keeps that where the server says that nothing changed', async () => {
    const asking = caller(tagged('W/"one"'), new Response(null, { status: 304 }));
    const first = await fetchOverview(asking, 'c');
    assert.ok('value' in first);
    assert.equal(headersOf(asking.fetch.firstCall).get('if-none-match'), null);
    const second = await fetchOverview(asking, 'c', first);
    assert.equal(second, first);
    assert.equal(headersOf(asking.fetch.secondCall).get('if-none-match'), 'W/"one"');
  });

  it('takes the new answer where something changed, and believes no 304 it did not ask for', async () => {
    const before = { value: overviewOf({ purpose: 'before' }), tag: 'W/"one"' };
    assert.deepEqual(await fetchOverview(caller(tagged('W/"two"')), 'c', before), { value: overviewOf({}), tag: 'W/"two"' });
    const unasked = await fetchOverview(caller(new Response(null, { status: 304 })), 'c');
    assert.deepEqual(unasked, { failure: { kind: 'server' } });
  });
});
