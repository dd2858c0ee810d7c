import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instrument as instrumentShape, questionIds as wireIds } from '../../bot/contracts/instrument.ts';
import { checkBackOn, outcomesAsked } from '../../bot/domain/check-back.ts';
import { questionIds } from '../../bot/domain/instrument.ts';
import {
  formFor,
  minutesOf,
  pagesOf,
  questionsFor,
  relationalAsked,
  withLocalQuestions,
} from '../../bot/domain/questionnaire.ts';
import { checkBack, healthCheck, practices, relational, shortForm, withLocals } from '../builders.ts';

const folder = join(import.meta.dirname, '../../locales/instruments');

/** What every published version says, for ever: a round that used it must find it as it was. A new wording is a new file. */
const published: Readonly<Record<string, string>> = {
  'health-check-1.json': '20631e9ad88886d8f5077e005be39326b39fac5428320823e519237bf6cb54dc',
  'relational-1.json': '37e9fe9c595bbbcbe7b565c7aac26225ed364d15260eaaf874ccd22746c5bb40',
  'six-practices-1.json': '457bb4ddf77edd37c9c7f01105cd0a191c1bdf3a5c4a293815f9fdb44e170721',
};

const ids = (instrument: typeof relational): readonly string[] => instrument.questions.map(({ id }) => id);

describe('the places of ratings', () => {
  it('never move: answers are kept by them, and new questions stand behind the old ones', () => {
    const numbered = (letters: string, count: number) => Array.from({ length: count }, (_, at) => `${letters}${at + 1}`);
    assert.deepEqual(questionIds, [
      ...[...numbered('R', 7), ...numbered('E', 2), ...numbered('L', 3), ...numbered('HC', 11), ...numbered('PR', 6)],
      ...numbered('O', 6),
    ]);
  });
});

describe('a check-back', () => {
  it('asks about each outcome in its own words, and knows it by its number after they were mended', () => {
    const instrument = checkBackOn([
      { id: 7, text: 'Nobody waits longer than a week.' },
      { id: 3, text: 'One plan for each person.' },
    ]);
    assert.deepEqual(outcomesAsked(instrument), [
      { id: 'O1', outcome: 7, text: 'Nobody waits longer than a week.' },
      { id: 'O2', outcome: 3, text: 'One plan for each person.' },
    ]);
    assert.ok(instrument.questions.every(({ scale }) => scale === 'in place'));
    assert.deepEqual(instrumentShape.parse(JSON.parse(JSON.stringify(instrument))), instrument);
  });

  it('asks about the collaboration as a whole, on one page, employees as well as leaders', () => {
    assert.equal(pagesOf(checkBack, 9), 1);
    assert.deepEqual(questionsFor(checkBack, 'employee'), questionsFor(checkBack, 'leader'));
  });
});

describe('an instrument', () => {
  it('never changes once it is there: its words are those it was published with', () => {
    const found = Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((name) => [
          name,
          createHash('sha256')
            .update(JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
            .digest('hex'),
        ]),
    );
    assert.deepEqual(found, published);
  });

  it('has the questions of method.md, each in both languages, and names the partner where it is about one', () => {
    assert.deepEqual(ids(relational), ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2']);
    assert.deepEqual(
      ids(healthCheck),
      Array.from({ length: 11 }, (_, at) => `HC${at + 1}`),
    );
    assert.deepEqual(
      ids(practices),
      Array.from({ length: 6 }, (_, at) => `PR${at + 1}`),
    );
    for (const { text } of relational.questions) assert.ok(text.en.includes('{org}') && text.nb.includes('{org}'));
    for (const { text } of [...healthCheck.questions, ...practices.questions]) assert.ok(!`${text.en}${text.nb}`.includes('{'));
  });

  it('asks need and give of leaders only', () => {
    assert.deepEqual(
      questionsFor(relational, 'employee').map(({ id }) => id),
      ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'],
    );
  });

  it('is short where there are more than six organisations, and only the one about partners', () => {
    assert.deepEqual(
      [6, 7].map((count) => formFor('relational', count)),
      ['full', 'short'],
    );
    assert.equal(formFor('health check', 30), 'full');
    assert.deepEqual(ids(shortForm), ['R1', 'R4', 'R7', 'E1']);
    assert.deepEqual(relationalAsked(shortForm), ['R1', 'R4', 'R7']);
    assert.equal(relationalAsked(healthCheck).length, 0);
  });

  it('takes up to three questions of the partners’ own, last and of everybody', () => {
    assert.deepEqual(ids(withLocals).slice(-3), ['L1', 'L2', 'L3']);
    assert.deepEqual(ids(withLocalQuestions(practices, ['One?', 'Two?', 'Three?', 'Four?'])).slice(6), ['L1', 'L2', 'L3']);
    assert.equal(questionsFor(withLocals, 'employee').length, 10);
  });

  it('has as many pages as a person has partners, at most five in the short form, and one about the network', () => {
    assert.deepEqual([pagesOf(relational, 4), pagesOf(shortForm, 30), pagesOf(healthCheck, 30)], [3, 5, 1]);
  });

  it('tells the minutes it takes: more for leaders, who are asked two questions more, and never none', () => {
    assert.equal(minutesOf(relational, 4, ['leader']), 3);
    assert.equal(minutesOf(relational, 4, ['employee']), 2);
    assert.equal(minutesOf(relational, 4, ['leader', 'employee']), 3);
    assert.equal(minutesOf(relational, 2, ['employee']), 1);
    assert.equal(minutesOf(practices, 4, ['leader']), 1);
  });

  it('knows the same questions on the wire as inside', () => {
    assert.deepEqual(wireIds, questionIds);
  });
});
