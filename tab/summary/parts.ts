import type { Summary } from '../../bot/contracts/summary-api.ts';
import { audienceOf } from '../audience.ts';
import { areaOf, strengthOf } from '../focus-words.ts';
import { type MethodSay, methodWordsIn } from '../method/method-words.ts';
import type { Reader } from '../reader.ts';
import { type SummarySay, summaryWordsIn } from './summary-words.ts';

/** How far something is, in three steps. */
export type Step = 1 | 2 | 3;

export interface Line {
  readonly text: string;
  /** Small, behind it. */
  readonly note?: string;
  /** Of an outcome whose band is published. */
  readonly step?: Step;
}

/** One part of a page: its lines, or why there are none. */
export interface Part {
  readonly title: string;
  /** What it is of, and as of when. */
  readonly about?: string;
  readonly lines: readonly Line[];
  readonly none: string;
}

export type PartName = 'outcomes' | 'index' | 'works' | 'talk' | 'meetings' | 'actions' | 'tests' | 'kept';
export type Parts = Readonly<Record<PartName, Part>>;

const stepOf: Readonly<Record<'latent' | 'developing' | 'active', Step>> = { latent: 1, developing: 2, active: 3 };
/** Rounds of which the network index is shown, the latest. */
const mostRounds = 5;

/** Signs of an action's text on one page; the whole stands on the board. */
const longest = 120;
/** Ends at a word. Signs are counted as a reader would, so that none is cut in two. */
const short = (text: string): string => {
  const signs = Array.from(text);
  if (signs.length <= longest) return text;
  const cut = signs.slice(0, longest - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
};

/** Everything both pages say, in words: made of what the server published, and of nothing else. */
export function partsOf(reader: Reader, summary: Summary): Parts {
  const words = summaryWordsIn(reader.language);
  return {
    outcomes: outcomesPart(words, methodWordsIn(reader.language), reader, summary),
    index: indexPart(words, reader, summary),
    works: worksPart(words, reader, summary),
    talk: talkPart(words, reader, summary),
    meetings: meetingsPart(words, summary),
    actions: actionsPart(words, summary),
    tests: testsPart(words, reader, summary),
    kept: keptPart(words, summary),
  };
}

function outcomesPart(words: SummarySay, method: MethodSay, { say, number, day }: Reader, summary: Summary): Part {
  const { outcomes, checkBack } = summary;
  const lineOf = ({ text, reached }: Summary['outcomes'][number]): Line => {
    if (reached === null) return { text, note: words('outcomes.notAsked') };
    if ('hidden' in reached) return { text, note: `${say('hidden')}: ${say('hidden.reason', { k: checkBack?.k ?? 0 })}` };
    const floor = reached.orLower ? ` ${say('cell.orLower')}` : '';
    return {
      text,
      note: `${method(`whole.word.${reached.word}`)}, ${number(reached.value)}${floor}`,
      step: stepOf[reached.word],
    };
  };
  return {
    title: words('outcomes.title'),
    about:
      checkBack === null
        ? words('outcomes.never')
        : words('outcomes.about', { round: checkBack.round, day: day(checkBack.closed), k: checkBack.k }),
    lines: outcomes.map(lineOf),
    none: words('outcomes.none'),
  };
}

function indexPart(words: SummarySay, { say, number, day }: Reader, { index }: Summary): Part {
  return {
    title: words('index.title'),
    about: words('index.about'),
    lines: index.slice(-mostRounds).map(({ round, closed, value, audience }) => ({
      text: number(value),
      note: words('index.round', { round, day: day(closed), audience: audienceOf(audience, say) }),
    })),
    none: words('index.none'),
  };
}

function worksPart(words: SummarySay, reader: Reader, { focus }: Summary): Part {
  const strength = focus?.strength;
  return {
    ...{ title: words('works.title'), none: words('works.none') },
    ...(focus === null ? {} : { about: words('focus.about', { round: focus.round, day: reader.day(focus.closed) }) }),
    lines: strength ? [{ text: strengthOf(strength, focus.organisations, reader).title ?? '' }] : [],
  };
}

/** What a meeting chose; before any has, what is suggested, and said to be no more than that. */
function talkPart(words: SummarySay, reader: Reader, { chosen, focus }: Summary): Part {
  const { say, date, day } = reader;
  if (chosen !== null)
    return {
      ...{ title: words('talk.title'), about: words('talk.chosen', { day: date(chosen.date) }), none: words('talk.none') },
      lines: chosen.topics.map((topic) => topicLine(topic, reader)),
    };
  const proposed = focus?.proposed ?? [];
  return {
    ...{ title: words(proposed.length === 0 ? 'talk.title' : 'talk.suggested'), none: words('talk.none') },
    ...(focus === null ? {} : { about: words('talk.suggested.about', { round: focus.round, day: day(focus.closed) }) }),
    lines: proposed.map((area) => {
      const { title } = areaOf(area, focus?.organisations ?? [], reader);
      return { text: title ?? say(`focus.kind.${area.kind}`), note: say(`focus.kind.${area.kind}`) };
    }),
  };
}

function topicLine(topic: NonNullable<Summary['chosen']>['topics'][number], { say }: Reader): Line {
  switch (topic.is) {
    case 'own':
      return { text: short(topic.text) };
    case 'pair': {
      const text = say('pairs.name', { first: topic.one, second: topic.other });
      return topic.kind === null ? { text } : { text, note: say(`focus.kind.${topic.kind}`) };
    }
    case 'item':
      return { text: say(`focus.item.${topic.item}`), note: say('focus.kind.item') };
    case 'stuck because':
      return { text: say(`focus.reason.${topic.reason}`), note: say('focus.kind.stuck because') };
  }
}

function meetingsPart(words: SummarySay, { meetings: { held, counted, present } }: Summary): Part {
  const people =
    present === null
      ? words('meetings.uncounted')
      : words(present.fewest === present.most ? 'meetings.same' : 'meetings.between', { ...present, count: present.most });
  const note = counted > 0 && counted < held ? { note: words('meetings.counted', { count: counted }) } : {};
  return {
    title: words('meetings.title'),
    lines: held === 0 ? [] : [{ text: words('meetings.held', { count: held }) }, { text: people, ...note }],
    none: words('meetings.none'),
  };
}

function actionsPart(words: SummarySay, { actions: { agreed, done, carriedOver } }: Summary): Part {
  const carried = carriedOver === null ? [] : [{ text: words('actions.carried', { count: carriedOver }) }];
  return {
    title: words('actions.title'),
    lines:
      agreed === 0
        ? []
        : [{ text: words('actions.agreed', { count: agreed }) }, { text: words('actions.done', { count: done }) }, ...carried],
    none: words('actions.none'),
  };
}

const moreOf = (words: SummarySay, more: number): Line[] => (more === 0 ? [] : [{ text: words('more', { count: more }) }]);

function testsPart(words: SummarySay, { date }: Reader, { tests: { shown, more } }: Summary): Part {
  return {
    title: words('tests.title'),
    lines: [
      ...shown.map(({ text, due, organisations }) => ({ text: short(text), note: [...organisations, date(due)].join(' · ') })),
      ...moreOf(words, more),
    ],
    none: words('tests.none'),
  };
}

function keptPart(words: SummarySay, { businessAsUsual: { shown, more } }: Summary): Part {
  return {
    title: words('kept.title'),
    lines: [...shown.map(({ text, organisation }) => ({ text: short(text), note: organisation })), ...moreOf(words, more)],
    none: words('kept.none'),
  };
}
