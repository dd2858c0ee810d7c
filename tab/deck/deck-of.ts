import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { audienceOf } from '../audience.ts';
import { changeSlides } from './change-slide.ts';
import type { Words } from './deck-words.ts';
import { focusPairs, focusSlide } from './focus-slides.ts';
import { gapsSlide, matrixSlide } from './matrix-slides.ts';
import { pairSlides } from './pair-slides.ts';
import type { Content, Slide } from './slide.ts';
import { pooledSlide, wholeSlides } from './whole-slides.ts';

/** The slides of a snapshot, for the screen and for the file: purpose first, method last, and nothing that is not published. */
export function deckOf(words: Words, purpose: string, snapshot: Snapshot): Slide[] {
  const prompts = ([1, 2, 3] as const).map((number) => words.method(`method.prompt.${number}`));
  const results = resultSlides(words, snapshot).map((slide) => ({ ...slide, prompts }));
  const quiet = (content: Content): Slide => ({ ...content, prompts: [] });
  return [quiet(purposeSlide(words, purpose, snapshot)), ...results, quiet(methodSlide(words, snapshot))];
}

function resultSlides(words: Words, snapshot: Snapshot): Content[] {
  const { results, organisations, focus, localQuestions, outcomes } = snapshot;
  const last = changeSlides(words, snapshot);
  if (results.mode === 'network') return [...wholeSlides(words, results, localQuestions, outcomes), ...last];
  const focused = focus ? [focusSlide(words, focus, organisations)] : [];
  if (results.mode === 'pooled') return [pooledSlide(words, results, organisations), ...focused, ...last];
  const pairs = focus ? focusPairs(focus, organisations).flatMap((pair) => pairSlides(words, results, pair)) : [];
  const gaps = gapsSlide(words, results, organisations);
  return [matrixSlide(words, results, organisations), ...focused, ...pairs, ...(gaps ? [gaps] : []), ...last];
}

function purposeSlide({ reader, deck }: Words, purpose: string, snapshot: Snapshot): Content {
  const { say, day } = reader;
  const { round, opened, closed, audience, imported, organisations } = snapshot;
  const dates = { opened: day(opened), closed: day(closed), audience: audienceOf(audience, say) };
  return {
    id: 'purpose',
    title: purpose,
    blocks: [
      {
        kind: 'sentences',
        items: [deck('deck.round', { round }), say(imported ? 'results.importedDates' : 'results.dates', dates)],
      },
      { kind: 'names', title: say('purpose.organisations'), items: organisations.map(({ name }) => name) },
    ],
  };
}

function methodSlide({ deck }: Words, { results: { mode, k } }: Snapshot): Content {
  const number = deck(mode === 'network' ? 'deck.method.whole' : 'deck.method.number');
  return {
    id: 'method',
    title: deck('deck.method'),
    blocks: [{ kind: 'sentences', items: [number, deck('deck.method.k', { k }), deck('deck.method.use')] }],
  };
}
