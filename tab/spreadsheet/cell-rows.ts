import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { wordOf } from '../band.ts';
import type { Words } from '../deck/deck-words.ts';
import { relational } from '../method/questions.ts';
import type { Cell, Organisation } from '../relations.ts';
import { type Row, tooFew, wordOrLower } from './row.ts';

type Published = Extract<Cell, { index: number }>;
type Place = { readonly who: string; readonly about: string };

/** Everything that is published about how one organisation sees each other one. */
export function cellRows(words: Words, snapshot: Snapshot, results: MatrixResults): Row[] {
  const { organisations } = snapshot;
  return organisations.flatMap((from) =>
    organisations
      .filter(({ id }) => id !== from.id)
      .flatMap((to) => rowsOf(words, snapshot, from, to, results.cells[`${from.id}>${to.id}`])),
  );
}

function rowsOf(words: Words, snapshot: Snapshot, from: Organisation, to: Organisation, cell: Cell | undefined): Row[] {
  const { deck, reader } = words;
  const { k } = snapshot.results;
  const place = { who: from.name, about: to.name };
  const relation = deck('csv.relation');
  const apart = cell?.notWorkingTogether;
  const apartRow = apart === undefined ? [] : [{ what: deck('csv.notWorking'), ...place, value: apart }];
  if (!cell || !('index' in cell)) return [{ what: relation, ...place, hidden: tooFew(words, k) }, ...apartRow];
  const { n, index, orLower, band, agreement } = cell;
  const agreed = agreement && [{ what: deck('pair.agreement'), ...place, words: deck(`agreement.${agreement}`) }];
  return [
    { what: relation, ...place, value: index, people: n, ...wordOrLower(words, orLower, reader.say(wordOf[band])) },
    ...apartRow,
    ...(agreed ?? []),
    ...splitRows(words, snapshot, place, cell),
    ...itemRows(words, snapshot, place, cell),
    ...localRows(words, snapshot, place, cell),
  ];
}

/** Leaders and employees, where the round asked both. */
function splitRows({ deck }: Words, { audience, results: { k } }: Snapshot, place: Place, { split }: Published): Row[] {
  if (split === undefined) {
    const hidden = deck('csv.hidden.groups', { k });
    return audience.length < 2
      ? []
      : [
          { what: deck('csv.leaders'), ...place, hidden },
          { what: deck('csv.employees'), ...place, hidden },
        ];
  }
  return [
    { what: deck('csv.leaders'), ...place, value: split.leaders },
    { what: deck('csv.employees'), ...place, value: split.employees },
    { what: deck('csv.split'), ...place, value: split.gap, words: deck(`split.${split.flag}`) },
  ];
}

/** Question by question: all that were asked or none (method.md, P2). */
function itemRows(words: Words, { form, results: { k } }: Snapshot, place: Place, { items, itemsOrLower }: Published): Row[] {
  const { deck, wording } = words;
  const asked = form === 'short' ? (['R1', 'R4', 'R7'] as const) : relational;
  return asked.map((item) => {
    const question = { what: deck('csv.question'), ...place, question: wording(item) };
    const value = items?.[item];
    if (value === undefined) return { ...question, hidden: deck('csv.hidden.questions', { k }) };
    return { ...question, value, ...wordOrLower(words, itemsOrLower?.includes(item) === true) };
  });
}

function localRows(words: Words, { localQuestions, results: { k } }: Snapshot, place: Place, cell: Published): Row[] {
  const { method } = words;
  return localQuestions.map(({ id, text }) => {
    const question = { what: method('whole.local'), ...place, question: text.replaceAll('{org}', () => place.about) };
    const value = cell.local?.[id];
    if (value === undefined) return { ...question, hidden: tooFew(words, k) };
    return { ...question, value, ...wordOrLower(words, cell.localOrLower?.includes(id) === true) };
  });
}
