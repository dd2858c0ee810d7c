import { useReader } from '../reader.ts';
import { AnswersTable } from './answers-table.tsx';
import { usePairWords } from './pair-words.ts';
import { publishedCell, type ShownPair } from './shown-pair.ts';

const items = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;

/** Statement by statement, where every statement has enough answers: all of a side or none (method.md, P2). */
export function Statements({ first, second, results, snapshot }: ShownPair) {
  const { say } = useReader();
  const words = usePairWords();
  const { k } = results;
  const there = publishedCell(results, first, second);
  const back = publishedCell(results, second, first);
  const sideOf = (cell: typeof there) => cell?.items && { values: cell.items, orLower: cell.itemsOrLower ?? [] };
  const sides = [sideOf(there), sideOf(back)] as const;
  const asked = items.filter((item) => sides.some((side) => side?.values[item] !== undefined));
  return (
    <section className="card" aria-labelledby="pair-items">
      <h2 id="pair-items">{words('pair.items')}</h2>
      {asked.length > 0 && (
        <AnswersTable
          {...{ first, second, sides }}
          caption={words(snapshot.form === 'short' ? 'pair.items.short' : 'pair.items.caption')}
          statements={asked.map((id) => ({ id, text: say(`focus.item.${id}`) }))}
        />
      )}
      {sides.includes(undefined) && (
        <p className="hidden">{words(asked.length > 0 ? 'pair.items.oneHidden' : 'pair.items.hidden', { k })}</p>
      )}
    </section>
  );
}

/** The partners' own questions about each other; each with at least k behind it. */
export function LocalAnswers({ first, second, results, snapshot: { localQuestions } }: ShownPair) {
  const { say } = useReader();
  const words = usePairWords();
  if (localQuestions.length === 0) return null;
  const sideOf = (cell: ReturnType<typeof publishedCell>) =>
    cell?.local && { values: cell.local, orLower: cell.localOrLower ?? [] };
  const sides = [sideOf(publishedCell(results, first, second)), sideOf(publishedCell(results, second, first))] as const;
  const someHidden = localQuestions.some(({ id }) => sides.some((side) => side?.values[id] === undefined));
  return (
    <section className="card" aria-labelledby="pair-local">
      <h2 id="pair-local">{words('pair.local')}</h2>
      <AnswersTable
        {...{ first, second, sides }}
        caption={words('pair.local.caption')}
        statements={localQuestions.map(({ id, text }) => ({ id, text: text.replaceAll('{org}', () => words('pair.partner')) }))}
      />
      {someHidden && (
        <p className="hidden">
          {say('hidden')}: {say('hidden.reason', { k: results.k })}
        </p>
      )}
    </section>
  );
}
