import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Agenda } from '../../../bot/domain/meetings/agenda.ts';
import { agendaSteps, atStep, ended, freshAgenda, withArea, withoutArea } from '../../../bot/domain/meetings/agenda.ts';
import { topicKey, topicOf } from '../../../bot/domain/meetings/focus-choice.ts';
import { sorted } from '../../../bot/domain/meetings/sorter.ts';
import { focusAreasOf, offeredAreas } from '../../../bot/domain/scoring/focus-areas.ts';
import type { MatrixResults } from '../../../bot/domain/scoring/results.ts';

const step = fc.constantFrom(...agendaSteps);
const agenda = fc.record({ version: fc.nat(50), step }).map((some): Agenda => ({ ...freshAgenda, ...some }));
const own = (text: string) => ({ is: 'own', text }) as const;

/** Two organisations that see each other quite differently, and one that needs clearly more than it can get. */
const results: MatrixResults = {
  ...{ mode: 'matrix', k: 3, response: {}, seenByOthers: {}, seesOthers: {} },
  cells: {
    '1>2': { n: 4, index: 4, orLower: false, band: 'strength' },
    '2>1': { n: 4, index: 2.4, orLower: false, band: 'attention' },
    '1>3': { n: 4, index: 2.4, orLower: false, band: 'attention' },
    '3>1': { n: 4, index: 2.5, orLower: false, band: 'attention' },
  },
  pairs: {
    '1-2': { strength: 3.2, gap: 1.6, status: 'asymmetric' },
    '1-3': { strength: 2.5, gap: -0.1, status: 'mutual attention' },
  },
  network: { possibleCells: 6, publishedCells: 4, coverage: 0.67, index: 2.8, strongTieDensity: 0.25, reciprocity: 0 },
  expectationGaps: { '2 needs from 1': { need: 4.8, canGive: 2.8, gap: 2, flag: 'expects clearly more' } },
};
const kinds = (stuck: Parameters<typeof offeredAreas>[2], of: MatrixResults | 'nothing published' = results) =>
  offeredAreas(of === 'nothing published' ? undefined : of, ['1', '2', '3'], stuck).map((area) =>
    area.kind === 'stuck because' ? area.reason : area.kind,
  );

describe('the agenda of a meeting', () => {
  it('goes forward with whoever presses, and back only with who has seen where it is', () => {
    fc.assert(
      fc.property(agenda, step, fc.nat(50), (is, to, seen) => {
        const [now, wanted] = [agendaSteps.indexOf(is.step), agendaSteps.indexOf(to)];
        const moves = wanted > now || (wanted < now && seen === is.version);
        assert.equal(atStep(is, to, seen), moves ? to : undefined);
      }),
    );
  });

  it('of two who press for the next step at once takes neither further', () => {
    for (const [at, to] of agendaSteps.slice(1).entries()) {
      const from = { ...freshAgenda, step: agendaSteps[at] ?? 'recap', version: 3 };
      assert.equal(atStep(from, to, 3), to);
      assert.equal(atStep({ ...from, step: to, version: 4 }, to, 3), undefined);
    }
  });

  it('never gives the number of an area that was left out to another', () => {
    const two = withArea(withArea(freshAgenda, own('One')), own('Two'));
    const again = withArea(withoutArea(two, 2), own('Three'));
    assert.deepEqual(
      again.areas.map(({ id }) => id),
      [1, 3],
    );
  });

  it('forgets who sat with whom when the meeting ends, and keeps what was worked on', () => {
    const sorting = { known: true, able: true, same: false };
    const areas = [{ id: 1, topic: own('One'), sorting, groups: [[{ organisation: 1, member: 7 }]] }];
    assert.deepEqual(ended({ ...freshAgenda, areas }), {
      ...{ ...freshAgenda, step: 'next date' },
      areas: [{ id: 1, topic: own('One'), sorting }],
    });
  });
});

describe('what a meeting may choose from', () => {
  it('is what rule 8 proposes, and every other reason that stops three actions, the most frequent first', () => {
    const three = ['expectation gap', 'asymmetric pair', 'mutual attention'];
    assert.deepEqual(kinds({}), three);
    assert.deepEqual(kinds({ 'rule or law': 3 }), [...three, 'rule or law']);
    assert.deepEqual(kinds({ 'rule or law': 2, 'no time': 2 }), three, 'two are a matter of their owners');
    assert.deepEqual(kinds({ 'rule or law': 3, 'no time': 5 }), [...three, 'no time', 'rule or law']);
    assert.deepEqual(kinds({ 'rule or law': 3 }, 'nothing published'), ['rule or law']);
  });

  it('offers nothing twice, and keeps no number in what was chosen', () => {
    const areas = offeredAreas(results, ['1', '2', '3'], { system: 4 });
    const keys = areas.map((area) => topicKey(topicOf(area)));
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(areas.slice(0, 3), focusAreasOf(results, ['1', '2', '3']).proposed);
    assert.ok(!areas.some((area) => Object.values(topicOf(area)).some((value) => typeof value === 'number')));
  });
});

describe('the problem sorter', () => {
  it('assigns what is known, within reach and changes nobody; everything else is talked about', () => {
    fc.assert(
      fc.property(fc.record({ known: fc.boolean(), able: fc.boolean(), same: fc.boolean() }), (answers) => {
        const all = answers.known && answers.able && answers.same;
        assert.equal(sorted(answers), all ? 'technical' : 'adaptive');
      }),
    );
  });
});
