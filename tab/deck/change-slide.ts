import type { Change } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Words } from './deck-words.ts';
import { hiddenMark } from './marks.ts';
import { namesOf } from './focus-slides.ts';
import type { Block, Drawn, Content } from './slide.ts';

/** So many relations that moved fit on a slide; the tab shows all. */
const mostMoved = 6;

/** More organisations than this, and their response needs a slide of its own. */
const together = 6;

/** What became of it since the round before, and how many answered now; of a round about the whole, the response alone. */
export function changeSlides(words: Words, snapshot: Snapshot): Content[] {
  const { results, organisations } = snapshot;
  const { say } = words.reader;
  const response = results.response ? [responseBars(words, snapshot, results.response)] : [];
  const own = { id: 'response', title: say('response.title'), blocks: response };
  if (results.mode === 'network') return response.length === 0 ? [] : [own];
  const change = changeBlocks(words, snapshot, results.change);
  if (organisations.length <= together)
    return [{ id: 'change', title: words.deck('change.title'), blocks: [...change, ...response] }];
  return [{ id: 'change', title: words.deck('csv.change'), blocks: change }, own];
}

function changeBlocks(words: Words, snapshot: Snapshot, change: Change | undefined): Block[] {
  const { deck } = words;
  const { number } = words.reader;
  if (!change || snapshot.comparedWith === undefined) return [{ kind: 'sentences', items: [deck('change.none')] }];
  const { mean, interval, nPaired: count, cells = {} } = change;
  const nameOf = namesOf(snapshot.organisations);
  const moved = Object.entries(cells).flatMap(([key, word]) => {
    const [from = '', to = ''] = key.split('>');
    return word === 'no clear change' ? [] : [deck(`change.${word}`, { from: nameOf(from), to: nameOf(to) })];
  });
  const range =
    mean !== undefined && interval
      ? [deck('change.range', { mean: number(mean), from: number(interval[0]), to: number(interval[1]) })]
      : [];
  const people = count === undefined ? [] : [deck('change.paired', { count })];
  const more = moved.length > mostMoved ? [deck('change.more', { count: moved.length - mostMoved })] : [];
  return [
    {
      kind: 'points',
      items: [
        {
          title: words.reader.say(`change.label.${change.label}`),
          why: [deck('change.since', { round: snapshot.comparedWith }), ...range, ...people].join(' · '),
        },
      ],
    },
    ...(moved.length > 0 ? [{ kind: 'sentences', items: [...moved.slice(0, mostMoved), ...more] } as const] : []),
  ];
}

function responseBars(
  words: Words,
  { organisations, results: { k } }: Snapshot,
  response: NonNullable<Snapshot['results']['response']>,
): Block {
  const { say, share } = words.reader;
  return {
    kind: 'bars',
    caption: say('response.caption'),
    head: say('column.organisation'),
    series: [say('response.title')],
    from: 0,
    to: 1,
    format: 'share',
    rows: organisations.map(({ id, name }) => {
      const found = response[id];
      if (!found || 'hidden' in found) return { name, values: [hiddenMark(words, words.deck('csv.hidden.invited', { k }))] };
      const { answered, invited, rate, flag } = found;
      const note = `${say('count', { answered, invited })}, ${say(`response.flag.${flag}`)}`;
      const value: Drawn = { text: share(rate), note, value: rate };
      return { name, values: [value] };
    }),
  };
}
