import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { deckWordsIn, type Words } from '../deck/deck-words.ts';
import type { Reader } from '../reader.ts';
import { cellRows } from './cell-rows.ts';
import { csvOf, type Field } from './csv.ts';
import { changeRows, networkRows } from './network-rows.ts';
import type { Row } from './row.ts';
import { pooledRows, wholeRows } from './whole-rows.ts';

const columns = ['round', 'what', 'who', 'about', 'question', 'value', 'people', 'words', 'hidden'] as const;

/** Every published value of each round on a line of its own; a hidden one is an empty cell with the reason at its end. */
export function resultsCsv(reader: Reader, snapshots: readonly Snapshot[]): string {
  const words = deckWordsIn(reader);
  const fields = snapshots.flatMap((snapshot) =>
    rowsOf(words, snapshot).map((row): Field[] => columns.map((column) => (column === 'round' ? snapshot.round : row[column]))),
  );
  return csvOf([columns.map((column) => words.deck(`csv.column.${column}`)), ...fields], reader.language);
}

/** The same of one round, as a file. */
export function csvFile(reader: Reader, _purpose: string, snapshot: Snapshot): { name: string; content: Blob } {
  const name = deckWordsIn(reader).deck('csv.file', { round: snapshot.round });
  return { name, content: new Blob([resultsCsv(reader, [snapshot])], { type: 'text/csv;charset=utf-8' }) };
}

function rowsOf(words: Words, snapshot: Snapshot): Row[] {
  const { results } = snapshot;
  const response = responseRows(words, snapshot);
  if (results.mode === 'network') return [...response, ...wholeRows(words, snapshot, results)];
  const change = results.change ? changeRows(words, snapshot, results.change) : [];
  if (results.mode === 'pooled') return [...response, ...pooledRows(words, snapshot, results), ...change];
  return [...response, ...cellRows(words, snapshot, results), ...networkRows(words, snapshot, results), ...change];
}

function responseRows({ deck, reader: { say } }: Words, { organisations, results }: Snapshot): Row[] {
  const { response, k } = results;
  if (!response) return [];
  return organisations.flatMap(({ id, name: who }): Row[] => {
    const found = response[id];
    const names = [deck('csv.answered'), deck('csv.invited'), deck('csv.share')] as const;
    if (!found || 'hidden' in found) return names.map((what) => ({ what, who, hidden: deck('csv.hidden.invited', { k }) }));
    return [
      { what: names[0], who, value: found.answered },
      { what: names[1], who, value: found.invited },
      { what: names[2], who, value: found.rate, words: say(`response.flag.${found.flag}`) },
    ];
  });
}
