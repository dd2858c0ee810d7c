import type { HandOver } from '../../bot/contracts/hand-over-api.ts';
import type { Reader } from '../reader.ts';
import { csvOf, type Field } from '../spreadsheet/csv.ts';
import { resultsCsv } from '../spreadsheet/csv-file.ts';
import { type RightsSay, rightsWordsIn } from './rights-words.ts';

export type KeptFile = 'results-csv' | 'results-json' | 'actions-csv' | 'decisions-csv';

const csv = (text: string): Blob => new Blob([text], { type: 'text/csv;charset=utf-8' });

const actionColumns = [
  ...(['action', 'text', 'kind', 'owners', 'agreed', 'due', 'state', 'closed'] as const),
  ...(['nextStep', 'stuck', 'verdict', 'keptBy'] as const),
] as const;

const actionRow = (words: RightsSay, one: HandOver['actions'][number]): Field[] => [
  ...[one.action, one.text, words(`kind.${one.kind}`), one.owners.join('; '), one.agreed, one.due],
  ...[words(`state.${one.state}`), one.closed ?? undefined, one.nextStep ?? undefined],
  ...[one.stuck ? words(`because.${one.stuck}`) : undefined, one.verdict ? words(`verdict.${one.verdict}`) : undefined],
  one.keptBy ?? undefined,
];

const actionsCsv = (reader: Reader, words: RightsSay, actions: HandOver['actions']): string =>
  csvOf(
    [actionColumns.map((column) => words(`column.${column}`)), ...actions.map((one) => actionRow(words, one))],
    reader.language,
  );

const decisionsCsv = (reader: Reader, words: RightsSay, decisions: HandOver['decisions']): string =>
  csvOf(
    [[words('column.meeting'), words('column.decision')], ...decisions.map(({ meeting, text }) => [meeting, text])],
    reader.language,
  );

/** JSON for programs: what was published of each round as it was frozen, with what it was for. */
const resultsJson = ({ purpose, outcomes, rounds }: HandOver): string => JSON.stringify({ purpose, outcomes, rounds }, null, 2);

export function keptFile(reader: Reader, of: KeptFile, all: HandOver): { readonly name: string; readonly content: Blob } {
  const words = rightsWordsIn(reader.language);
  const name = words(`file.${of}`);
  switch (of) {
    case 'results-csv':
      return { name, content: csv(resultsCsv(reader, all.rounds)) };
    case 'results-json':
      return { name, content: new Blob([resultsJson(all)], { type: 'application/json' }) };
    case 'actions-csv':
      return { name, content: csv(actionsCsv(reader, words, all.actions)) };
    case 'decisions-csv':
      return { name, content: csv(decisionsCsv(reader, words, all.decisions)) };
  }
}
