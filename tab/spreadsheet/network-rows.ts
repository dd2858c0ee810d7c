import type { Change, MatrixResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Words } from '../deck/deck-words.ts';
import { namesOf } from '../deck/focus-slides.ts';
import { expectationGapsOf, pairsOf } from '../relations.ts';
import { type Row, tooFew, valueOrHidden } from './row.ts';

/** Pairs, expectation gaps, means per organisation and the network, all from shown relations. */
export function networkRows(words: Words, { organisations }: Snapshot, results: MatrixResults): Row[] {
  const { deck } = words;
  const { say } = words.reader;
  const { k, pairs, expectationGaps, seenByOthers, seesOthers } = results;
  const pairRows = pairsOf(organisations, pairs).flatMap(({ first, second, value }): Row[] => {
    const place = { who: first.name, about: second.name };
    const status = say(`pairs.status.${value?.status ?? 'hidden'}`);
    const [strength, gap] = [deck('csv.strength'), deck('csv.gap')].map((what) => ({ what, ...place, words: status }));
    if (!strength || !gap) return [];
    if (!value || !('strength' in value)) return [strength, gap].map((row) => ({ ...row, hidden: tooFew(words, k) }));
    return [
      { ...strength, value: value.strength },
      { ...gap, value: value.gap },
    ];
  });
  const asked = Object.keys(expectationGaps).length > 0;
  const gapRows = (asked ? expectationGapsOf(organisations, expectationGaps) : []).flatMap(({ first, second, value }): Row[] => {
    const place = { who: first.name, about: second.name };
    const names = [deck('csv.need'), deck('csv.canGive'), deck('csv.expectation')];
    if (!value || 'hidden' in value) return names.map((what) => ({ what, ...place, hidden: tooFew(words, k) }));
    const { need, canGive, gap, flag } = value;
    return names.map((what, at) => ({
      what,
      ...place,
      ...(at === 2 ? { value: gap, words: say(`gaps.flag.${flag}`) } : { value: at === 0 ? need : canGive }),
    }));
  });
  const hidden = say('hidden.mean');
  const means = organisations.flatMap(({ id, name }) => [
    { what: deck('csv.seenByOthers'), about: name, ...valueOrHidden(seenByOthers[id], hidden) },
    { what: deck('csv.seesOthers'), who: name, ...valueOrHidden(seesOthers[id], hidden) },
  ]);
  return [...pairRows, ...gapRows, ...means, ...wholeRows(words, results)];
}

function wholeRows({ deck, reader: { say } }: Words, { network }: MatrixResults): Row[] {
  const none = say('hidden.noCell');
  return [
    { what: deck('csv.possible'), value: network.possibleCells },
    { what: deck('csv.published'), value: network.publishedCells },
    { what: deck('csv.coverage'), value: network.coverage },
    { what: say('network.index'), ...valueOrHidden(network.index, none) },
    { what: say('network.strong'), ...valueOrHidden(network.strongTieDensity, none) },
    { what: say('network.reciprocity'), ...valueOrHidden(network.reciprocity, deck('csv.hidden.strong')) },
  ];
}

/** Since the round that was compared with: a number for the whole, words for each relation (method.md, scoring 9). */
export function changeRows({ deck, reader: { say } }: Words, { organisations }: Snapshot, change: Change): Row[] {
  const { mean, interval, label, nPaired, cells = {} } = change;
  const hidden = deck('csv.hidden.change');
  const nameOf = namesOf(organisations);
  const relations = Object.entries(cells).map(([key, word]) => {
    const [from = '', to = ''] = key.split('>');
    return {
      what: deck('csv.change.relation'),
      who: nameOf(from),
      about: nameOf(to),
      words: word === 'no clear change' ? say('change.label.no clear change') : deck(`csv.change.${word}`),
    };
  });
  return [
    { what: deck('csv.change'), ...valueOrHidden(mean, hidden), words: say(`change.label.${label}`) },
    { what: deck('csv.change.from'), ...valueOrHidden(interval?.[0], hidden) },
    { what: deck('csv.change.to'), ...valueOrHidden(interval?.[1], hidden) },
    { what: deck('csv.change.paired'), ...valueOrHidden(nPaired, hidden) },
    ...relations,
  ];
}
