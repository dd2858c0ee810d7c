import assert from 'node:assert/strict';
import { closedDoor } from './closed-door.ts';

describe('the pages anybody may read', () => {
  const server = closedDoor();
  before((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  after((done) => {
    server.close(done);
  });

  const open = async (name: string, language: string) => {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/${name}`, {
      headers: { 'accept-language': language },
    });
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy') ?? '',
      text: await response.text(),
    };
  };

  it('say what the app is, what it stores and on what terms, in the language of the browser, without signing in', async () => {
    const said = { about: 'Om Common Ground', privacy: 'Personvern i Common Ground', terms: 'Vilkår for Common Ground' };
    for (const [name, title] of Object.entries(said)) {
      const norwegian = await open(name, 'nb-NO,nb;q=0.9');
      assert.deepEqual([norwegian.status, norwegian.text.includes(`<h1>${title}</h1>`)], [200, true]);
      assert.match(norwegian.text, /<html lang="nb">/);
      assert.match((await open(name, 'de')).text, /<html lang="en">/);
    }
  });

  it('hold no script, and no other page may frame them', async () => {
    const { text, policy } = await open('privacy', 'en');
    assert.doesNotMatch(text, /<script/);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(text, /\{\{|site\./);
  });
});
