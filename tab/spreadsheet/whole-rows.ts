import type { CheckBackResults, HealthCheckResults, PooledResults, PracticesResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { wordOf } from '../band.ts';
import type { Words } from '../deck/deck-words.ts';
import { dimensions, health, practices } from '../method/questions.ts';
import { type Row, tooFew, wordOrLower } from './row.ts';

type ItemValue = PracticesResults['items']['PR1'];

/** How the network as a whole sees each organisation. */
export const pooledRows = (words: Words, { organisations }: Snapshot, { seen, k }: PooledResults): Row[] =>
  organisations.map(({ id, name }) => {
    const what = words.deck('csv.pooled');
    const found = seen[id];
    if (!found || 'hidden' in found) return { what, about: name, hidden: tooFew(words, k) };
    const { index: value, n: people, orLower, band } = found;
    return { what, about: name, value, people, ...wordOrLower(words, orLower, words.reader.say(wordOf[band])) };
  });

/** One result for all organisations together. */
export function wholeRows(
  words: Words,
  snapshot: Snapshot,
  results: HealthCheckResults | PracticesResults | CheckBackResults,
): Row[] {
  const { deck, method, wording } = words;
  const row = (what: string, question: string, found: ItemValue | undefined): Row =>
    !found || 'hidden' in found
      ? { what, question, hidden: tooFew(words, results.k) }
      : {
          what,
          question,
          value: found.value,
          people: found.n ?? method('whole.peopleAtLeast', { k: results.k }),
          ...wordOrLower(words, found.orLower),
        };
  const outcomes = results.instrument === 'check-back' ? outcomeRows(words, snapshot, results, row) : [];
  const items =
    results.instrument === 'health check'
      ? Object.values(health)
          .flat()
          .map((item) => row(deck('csv.question'), wording(item), results.items[item]))
      : results.instrument === 'six practices'
        ? practices.map((item) => row(deck('csv.question'), wording(item), results.items[item]))
        : outcomes;
  const local = snapshot.localQuestions.map(({ id, text }) =>
    row(
      method('whole.local'),
      text.replaceAll('{org}', () => method('whole.anyPartner')),
      results.local?.[id],
    ),
  );
  return [...(results.instrument === 'health check' ? dimensionRows(words, results) : []), ...items, ...local];
}

type RowOf = (what: string, question: string, found: ItemValue | undefined) => Row;

const outcomeRows = (words: Words, { outcomes = [] }: Snapshot, { items }: CheckBackResults, row: RowOf): Row[] =>
  outcomes.map(({ id, text }) => {
    const found = items[id];
    const plain = row(words.method('whole.outcome'), text, found);
    if (found === undefined || 'hidden' in found) return plain;
    return { ...plain, ...wordOrLower(words, found.orLower, words.method(`whole.word.${found.word}`)) };
  });

const dimensionRows = (words: Words, results: HealthCheckResults): Row[] =>
  dimensions.map((dimension) => {
    const { deck, method } = words;
    const place = { what: deck('csv.dimension'), question: method(`method.dimension.${dimension}`) };
    const found = results.dimensions[dimension];
    if ('hidden' in found) return { ...place, hidden: tooFew(words, results.k) };
    return { ...place, value: found.value, words: method(`whole.word.${found.word}`) };
  });
