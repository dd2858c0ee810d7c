import type { CheckBackResults, HealthCheckResults, PooledResults, PracticesResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { dimensions, health, practices } from '../method/questions.ts';
import type { Organisation } from '../relations.ts';
import type { Words } from './deck-words.ts';
import { tooFew, viewMark } from './marks.ts';
import type { Block, Drawn, Content } from './slide.ts';

type Bars = Extract<Block, { kind: 'bars' }>;
type Whole = HealthCheckResults | PracticesResults | CheckBackResults;
type Outcomes = NonNullable<Snapshot['outcomes']>;
type ItemValue = PracticesResults['items']['PR1'];

const slide = (id: string, title: string, bars: Omit<Bars, 'kind' | 'from'>): Content => ({
  id,
  title,
  blocks: [{ kind: 'bars', from: 1, ...bars }],
});

/** How the network as a whole sees each organisation, in the order of set-up. */
export function pooledSlide(words: Words, { seen, k }: PooledResults, organisations: readonly Organisation[]): Content {
  const { say } = words.reader;
  return slide('network', say('pooled.title'), {
    caption: say('pooled.caption'),
    head: say('column.organisation'),
    series: [say('pooled.index')],
    to: 5,
    format: 'one decimal',
    rows: organisations.map(({ id, name }) => {
      const found = seen[id];
      return { name, values: [!found || 'hidden' in found ? tooFew(words, k) : viewMark(words, found)] };
    }),
  });
}

/** The dimensions of a health check, the six practices or the outcomes, each statement, and the partners' own questions. */
export function wholeSlides(
  words: Words,
  results: Whole,
  localQuestions: Snapshot['localQuestions'],
  outcomes: Outcomes = [],
): Content[] {
  const { method, wording } = words;
  const { k } = results;
  const head = method('whole.statement');
  const local = localQuestions.map(({ id, text }) => ({
    name: text.replaceAll('{org}', () => method('whole.anyPartner')),
    label: id,
    values: [itemMark(words, k, results.local?.[id])],
  }));
  const oneDecimal = { head, series: [method('whole.mean')], format: 'one decimal' } as const;
  const localSlide =
    local.length === 0
      ? []
      : [slide('local', method('whole.local'), { ...oneDecimal, caption: method('whole.local.caption'), to: 5, rows: local })];
  if (results.instrument === 'check-back') return [outcomesSlide(words, results, outcomes), ...localSlide];
  const items =
    results.instrument === 'health check'
      ? Object.values(health)
          .flat()
          .map((item) => ({ name: wording(item), label: item, found: results.items[item] }))
      : practices.map((item) => ({ name: wording(item), label: item, found: results.items[item] }));
  const itemRows = items.map(({ name, label, found }) => ({ name, label, values: [itemMark(words, k, found)] }));
  if (results.instrument === 'six practices') {
    const caption = method('whole.practices.caption');
    return [slide('network', method('whole.practices'), { ...oneDecimal, caption, to: 5, rows: itemRows }), ...localSlide];
  }
  const caption = method('whole.statements');
  const statements = slide('statements', words.deck('whole.slide.statements'), { ...oneDecimal, caption, to: 3, rows: itemRows });
  return [dimensionsSlide(words, results), statements, ...localSlide];
}

function dimensionsSlide(words: Words, results: HealthCheckResults): Content {
  const { method } = words;
  return slide('network', method('whole.health'), {
    caption: method('whole.health.caption'),
    head: method('whole.dimension'),
    series: [method('whole.mean')],
    to: 3,
    format: 'two decimals',
    rows: dimensions.map((dimension) => {
      const found = results.dimensions[dimension];
      const value: Drawn =
        'hidden' in found
          ? tooFew(words, results.k)
          : { text: words.reader.hundredths(found.value), note: method(`whole.word.${found.word}`), value: found.value };
      return { name: method(`method.dimension.${dimension}`), values: [value] };
    }),
  });
}

function outcomesSlide(words: Words, { items, k }: CheckBackResults, outcomes: Outcomes): Content {
  const { method } = words;
  return slide('network', method('whole.outcomes'), {
    caption: method('whole.outcomes.caption'),
    head: method('whole.outcome'),
    series: [method('whole.mean')],
    to: 3,
    format: 'one decimal',
    rows: outcomes.map(({ id, text }) => {
      const found = items[id];
      const mark = itemMark(words, k, found);
      if (found === undefined || 'hidden' in found) return { name: text, label: id, values: [mark] };
      return { name: text, label: id, values: [{ ...mark, note: `${method(`whole.word.${found.word}`)}, ${mark.note ?? ''}` }] };
    }),
  });
}

function itemMark(words: Words, k: number, found: ItemValue | undefined): Drawn {
  if (!found || 'hidden' in found) return tooFew(words, k);
  const { n, value, orLower } = found;
  const people = n === undefined ? words.method('whole.peopleAtLeast', { k }) : words.method('whole.people', { count: n });
  const note = orLower ? `${words.reader.say('cell.orLower')}, ${people}` : people;
  return { text: words.reader.number(value), note, value };
}
