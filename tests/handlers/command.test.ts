import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandIn } from '../../bot/handlers/command.ts';

const words = {
  setup: ['setup', 'set up', 'oppsett', 'sett opp'],
  roster: ['roster', 'members', 'deltakere', 'medlemmer'],
  survey: ['survey', 'round', 'undersøkelse', 'runde'],
  'who we are': ['who we are', 'hvem vi er'],
  action: ['action', 'actions', 'tiltak'],
  'my actions': ['my actions', 'mine tiltak'],
  'my data': ['my data', 'mine data'],
  link: ['link', 'koble til', 'link ABCDE-12345', 'koble til abcde 12345'],
  unlink: ['unlink', 'koble fra'],
  help: ['help', 'hjelp', '', 'hello', 'setup please', 'constructor', 'toString'],
} as const;

describe('a word written to the bot', () => {
  for (const [command, all] of Object.entries(words)) {
    for (const word of all) {
      it(`"${word}" asks for ${command}`, () => {
        assert.equal(commandIn(word), command);
      });
    }
  }

  it('is understood beside the mention of the bot, wherever Teams puts it and however it writes it', () => {
    for (const text of [
      '<at>Common Ground</at> survey',
      '<at>Common Ground</at>&nbsp;survey',
      '<at>Common Ground</at>\u00a0survey\r\n',
      '<at id="0">Common Ground</at> survey',
      'survey <at>Common Ground</at>',
      '<at>Common</at> <at>Ground</at> survey\n',
    ])
      assert.equal(commandIn(text), 'survey', text);
  });

  it('is understood in any letter case, with any space around and inside', () => {
    assert.equal(commandIn('  SETUP '), 'setup');
    assert.equal(commandIn('Set \t&nbsp; up'), 'setup');
    assert.equal(commandIn('UNDERSØKELSE'), 'survey');
  });

  it('asks for help where it is none of ours, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Object.keys(words).includes(commandIn(text))));
    fc.assert(fc.property(fc.string(), (text) => commandIn(`${text}!`) === 'help'));
  });
});
