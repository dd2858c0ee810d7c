import type { MatrixResults } from '../../bot/contracts/results.ts';
import { relational } from '../method/questions.ts';
import type { Organisation } from '../relations.ts';
import type { Words } from './deck-words.ts';
import { tooFew, viewMark } from './marks.ts';
import type { Drawn, Mark, Side, Content } from './slide.ts';

type Fact = { readonly name: string; readonly mark: Mark };

const shownCell = (results: MatrixResults, from: Organisation, to: Organisation) => {
  const cell = results.cells[`${from.id}>${to.id}`];
  return cell && 'index' in cell ? cell : undefined;
};

/** How one sees the other: the number, what stands behind it, and what it needs from it. */
function sideOf(words: Words, results: MatrixResults, from: Organisation, to: Organisation): Side {
  const { deck } = words;
  const { say, number } = words.reader;
  const cell = shownCell(results, from, to);
  const gap = results.expectationGaps[`${from.id} needs from ${to.id}`];
  const shown = gap && 'flag' in gap ? gap : undefined;
  const facts: Fact[] = [];
  if (cell?.agreement) facts.push({ name: deck('pair.agreement'), mark: { text: deck(`agreement.${cell.agreement}`) } });
  if (cell?.split) {
    facts.push({ name: deck('pair.leaders'), mark: { text: number(cell.split.leaders) } });
    facts.push({ name: deck('pair.employees'), mark: { text: number(cell.split.employees) } });
  }
  if (gap) {
    const names = { to: to.name };
    facts.push({ name: deck('pair.need', names), mark: shown ? { text: number(shown.need) } : tooFew(words, results.k) });
    facts.push({ name: deck('pair.canGive', names), mark: shown ? { text: number(shown.canGive) } : tooFew(words, results.k) });
    if (shown) facts.push({ name: deck('pair.expectation'), mark: { text: say(`gaps.flag.${shown.flag}`) } });
  }
  return {
    title: deck('pair.side', { from: from.name, to: to.name }),
    view: cell ? viewMark(words, cell) : tooFew(words, results.k),
    facts,
    drawn: [
      { name: say('pooled.index'), value: cell?.index ?? null },
      ...(gap
        ? [
            { name: say('gaps.need'), value: shown?.need ?? null },
            { name: say('gaps.canGive'), value: shown?.canGive ?? null },
          ]
        : []),
    ],
  };
}

/** Both directions of a pair side by side, with the questions to talk about; and question by question where either side shows them. */
export function pairSlides(words: Words, results: MatrixResults, [one, other]: readonly [Organisation, Organisation]): Content[] {
  const { deck, method } = words;
  const { say } = words.reader;
  const prompts = [method('method.prompt.1'), method('method.prompt.2'), method('method.prompt.3')];
  const id = `pair-${one.id}-${other.id}`;
  const pair: Content = {
    id,
    title: say('pairs.name', { first: one.name, second: other.name }),
    blocks: [
      { kind: 'sides', sides: [sideOf(words, results, one, other), sideOf(words, results, other, one)] },
      { kind: 'prompts', title: deck('pack.notes'), items: prompts },
    ],
  };
  const profile = profileSlide(words, results, `${id}-questions`, one, other);
  return profile ? [pair, profile] : [pair];
}

function profileSlide(
  words: Words,
  results: MatrixResults,
  id: string,
  one: Organisation,
  other: Organisation,
): Content | undefined {
  const { deck, wording, method } = words;
  const { say, number } = words.reader;
  const sides = [shownCell(results, one, other), shownCell(results, other, one)];
  const asked = relational.filter((item) => sides.some((cell) => cell?.items?.[item] !== undefined));
  if (asked.length === 0) return undefined;
  return {
    id,
    title: deck('pair.profile', { one: one.name, other: other.name }),
    blocks: [
      {
        kind: 'bars',
        caption: deck('pair.profile.caption'),
        head: method('method.questions.column.question'),
        series: [deck('pair.side', { from: one.name, to: other.name }), deck('pair.side', { from: other.name, to: one.name })],
        from: 1,
        to: 5,
        format: 'one decimal',
        rows: asked.map((item) => ({
          name: wording(item),
          label: item,
          values: sides.map((cell): Drawn => {
            const value = cell?.items?.[item];
            if (value === undefined) return tooFew(words, results.k);
            const lower = cell?.itemsOrLower?.includes(item) === true && { note: say('cell.orLower') };
            return { text: number(value), value, ...lower };
          }),
        })),
      },
    ],
  };
}
