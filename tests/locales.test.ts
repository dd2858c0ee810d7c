import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import ts from 'typescript';
import { refusals } from '../bot/errors.ts';
import actionsEn from '../locales/actions.en.json' with { type: 'json' };
import actionsNb from '../locales/actions.nb.json' with { type: 'json' };
import checkOutEn from '../locales/check-out.en.json' with { type: 'json' };
import checkOutNb from '../locales/check-out.nb.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import importEn from '../locales/import.en.json' with { type: 'json' };
import importNb from '../locales/import.nb.json' with { type: 'json' };
import meetingsEn from '../locales/meetings.en.json' with { type: 'json' };
import summaryEn from '../locales/summary.en.json' with { type: 'json' };
import summaryNb from '../locales/summary.nb.json' with { type: 'json' };
import meetingsNb from '../locales/meetings.nb.json' with { type: 'json' };
import minutesEn from '../locales/minutes.en.json' with { type: 'json' };
import minutesNb from '../locales/minutes.nb.json' with { type: 'json' };
import methodEn from '../locales/method.en.json' with { type: 'json' };
import methodNb from '../locales/method.nb.json' with { type: 'json' };
import decisionsEn from '../locales/decisions.en.json' with { type: 'json' };
import decisionsNb from '../locales/decisions.nb.json' with { type: 'json' };
import deliveriesEn from '../locales/deliveries.en.json' with { type: 'json' };
import deliveriesNb from '../locales/deliveries.nb.json' with { type: 'json' };
import manageEn from '../locales/manage.en.json' with { type: 'json' };
import manageNb from '../locales/manage.nb.json' with { type: 'json' };
import meEn from '../locales/me.en.json' with { type: 'json' };
import meNb from '../locales/me.nb.json' with { type: 'json' };
import pairEn from '../locales/pair.en.json' with { type: 'json' };
import pairNb from '../locales/pair.nb.json' with { type: 'json' };
import meetingEn from '../locales/meeting.en.json' with { type: 'json' };
import meetingNb from '../locales/meeting.nb.json' with { type: 'json' };
import nb from '../locales/nb.json' with { type: 'json' };
import presentEn from '../locales/present.en.json' with { type: 'json' };
import presentNb from '../locales/present.nb.json' with { type: 'json' };
import rightsEn from '../locales/rights.en.json' with { type: 'json' };
import rightsNb from '../locales/rights.nb.json' with { type: 'json' };
import shareEn from '../locales/share.en.json' with { type: 'json' };
import shareNb from '../locales/share.nb.json' with { type: 'json' };
import tabEn from '../locales/tab.en.json' with { type: 'json' };
import tabNb from '../locales/tab.nb.json' with { type: 'json' };
import timelineEn from '../locales/timeline.en.json' with { type: 'json' };
import timelineNb from '../locales/timeline.nb.json' with { type: 'json' };
import { sayIn } from '../locales/translate.ts';
import { nodesOf, sourcesIn } from './sources.ts';
import type { Source } from './sources.ts';

type Sentences = Readonly<Record<string, string>>;
const dictionaries: Readonly<Record<string, { english: Sentences; norwegian: Sentences }>> = {
  'of the bot and its cards': { english: en, norwegian: nb },
  'of the tab': { english: tabEn, norwegian: tabNb },
  'of agreed actions in the tab': { english: actionsEn, norwegian: actionsNb },
  'of a meeting, step by step': { english: meetingEn, norwegian: meetingNb },
  'of check-outs': { english: checkOutEn, norwegian: checkOutNb },
  'of what was decided': { english: decisionsEn, norwegian: decisionsNb },
  'of minutes': { english: minutesEn, norwegian: minutesNb },
  'of the summary': { english: summaryEn, norwegian: summaryNb },
  'of meetings': { english: meetingsEn, norwegian: meetingsNb },
  'of the import page': { english: importEn, norwegian: importNb },
  'of the method page': { english: methodEn, norwegian: methodNb },
  'of presentation and files': { english: presentEn, norwegian: presentNb },
  'of pairs and who we are': { english: pairEn, norwegian: pairNb },
  'of the set-up pages': { english: manageEn, norwegian: manageNb },
  'of what was sent': { english: deliveriesEn, norwegian: deliveriesNb },
  'of the rounds over time': { english: timelineEn, norwegian: timelineNb },
  'of what is kept and of the log': { english: rightsEn, norwegian: rightsNb },
  'of giving out a link': { english: shareEn, norwegian: shareNb },
  'of the personal tab and of adding the tab': { english: meEn, norwegian: meNb },
};
const blanks = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Plural forms are one sentence with two endings. */
const nameOf = (key: string): string => key.replace(/_(one|other)$/, '');

const sources = sourcesIn('adaptiveCards', 'bot');

/** Names of sentences in the code: whole, or as a pattern where a part is put in (`refused.${reason}`). */
const namesIn = ({ tree }: Source): readonly RegExp[] =>
  nodesOf(tree).flatMap((node) => {
    const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (ts.isStringLiteralLike(node) && node.text.includes('.')) return [new RegExp(`^${escaped(node.text)}$`)];
    if (!ts.isTemplateExpression(node) || !/^[a-z]+\.([a-zA-Z]+\.)*$/.test(node.head.text)) return [];
    return [
      new RegExp(`^${escaped(node.head.text)}${node.templateSpans.map(({ literal }) => `.+${escaped(literal.text)}`).join('')}$`),
    ];
  });

/** Read by whoever starts the command, and by programs: the words of HTTP. */
const notForPeopleInTeams = ['bot/handlers/results-of-file.ts', 'bot/handlers/results-command.ts', 'bot/handlers/http.ts'];
const isLogOrFault = (node: ts.Node): boolean => {
  const around = node.parent;
  if (ts.isTemplateExpression(around) || ts.isTemplateSpan(around)) return isLogOrFault(around);
  if (ts.isNewExpression(around)) return around.expression.getText() === 'Error';
  return ts.isCallExpression(around) && /^log\.(info|warn|error)$/.test(around.expression.getText());
};

/** Words with a space between them and a capital at their start: a sentence that should stand in locales/. */
const sentencesIn = ({ path, tree }: Source): readonly string[] =>
  nodesOf(tree).flatMap((node) => {
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
        : '';
    const known = (refusals as readonly string[]).includes(text) || Object.values(STATUS_CODES).includes(text);
    return /^\p{Lu}.*\s/u.test(text) && !known && !isLogOrFault(node) ? [`${path}: ${text}`] : [];
  });

describe('what people read', () => {
  for (const [whose, { english, norwegian }] of Object.entries(dictionaries)) {
    it(`${whose} is there in both languages, with the same blanks`, () => {
      assert.deepEqual(Object.keys(norwegian), Object.keys(english));
      for (const [key, sentence] of Object.entries(english))
        assert.deepEqual(blanks(norwegian[key] ?? ''), blanks(sentence), key);
    });

    it(`${whose} is never empty, and plural forms come in pairs`, () => {
      for (const sentences of [english, norwegian]) {
        for (const [key, sentence] of Object.entries(sentences)) {
          assert.equal(sentence, sentence.trim(), key);
          assert.notEqual(sentence, '', key);
          if (key !== nameOf(key)) assert.ok(`${nameOf(key)}_one` in sentences && `${nameOf(key)}_other` in sentences, key);
        }
      }
    });
  }

  it('is all used', () => {
    const used = sources.flatMap(namesIn);
    assert.deepEqual(
      Object.keys(en).filter((key) => !used.some((pattern) => pattern.test(nameOf(key)))),
      [],
    );
  });

  it('has a sentence for every refusal, and no refusal for a sentence that is gone', () => {
    const sentences = Object.keys(en)
      .filter((key) => key.startsWith('refused.'))
      .map((key) => key.slice('refused.'.length));
    assert.deepEqual(sentences.sort(), [...refusals].sort());
  });

  it('stands in the locales and nowhere else', () => {
    const screens = sources.filter(
      ({ path }) => /^(adaptiveCards|bot\/(handlers|usecases))\//.test(path) && !notForPeopleInTeams.includes(path),
    );
    assert.ok(screens.length > 20);
    assert.deepEqual(screens.flatMap(sentencesIn), []);
  });

  it('would be found where it does not belong', () => {
    const written =
      'say(`Round ${number} is open`); text("Please answer."); log.info({}, "A card was sent"); throw new Error(`No card ${id}`);';
    const tree = ts.createSourceFile('card.ts', written, ts.ScriptTarget.Latest, true);
    assert.deepEqual(sentencesIn({ path: 'card.ts', text: written, tree }), [
      'card.ts: Round … is open',
      'card.ts: Please answer.',
    ]);
  });

  it('chooses the plural by the count, and puts values in as they are', () => {
    assert.equal(sayIn('en')('survey.counts', { answered: 1, count: 1 }), '1 of 1 has answered.');
    assert.equal(sayIn('en')('survey.counts', { answered: 0, count: 0 }), '0 of 0 have answered.');
    assert.equal(sayIn('nb')('reminder.title', { count: 2 }), '2 dager igjen til å svare');
    for (const org of ['{{org}}', '{{k}}', '$t(page.next)', '$&', '$1', '<b>&amp;"', 'A, B']) {
      assert.equal(sayIn('en')('page.about', { org }), `About ${org}`);
    }
  });
});
