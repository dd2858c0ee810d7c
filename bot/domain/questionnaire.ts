import type { Language, Role } from './collaboration.ts';
import { expectationItems, localItems, relationalItems } from './instrument.ts';
import type { ExpectationItem, LocalItem, QuestionId, RelationalItem } from './instrument.ts';

/** `extent`: 1 to a very small, 5 to a very large extent. `much`: 1 very little, 5 very much. `in place`: 1 not yet, 2 partly, 3 in place. */
export const scales = ['extent', 'much', 'in place'] as const;
export type Scale = (typeof scales)[number];
/** The highest value of each scale; 1 is the lowest. */
export const topOf: Readonly<Record<Scale, number>> = { extent: 5, much: 5, 'in place': 3 };

export type Question = {
  readonly id: QuestionId;
  readonly scale: Scale;
  /** Whom it is asked. */
  readonly asked: readonly Role[];
  /** `{org}` stands for the name of the partner it is about. */
  readonly text: Readonly<Record<Language, string>>;
  /** Of a check-back: the outcome it asks about, whose text may be mended after the launch. */
  readonly outcome?: number | undefined;
};

export const instrumentNames = ['relational', 'health check', 'six practices', 'check-back'] as const;
export type InstrumentName = (typeof instrumentNames)[number];

/** The questions of a round, as they were when it was launched: a round keeps its own copy (method.md, 1). */
export type Instrument = {
  readonly name: InstrumentName;
  readonly version: number;
  readonly form: 'full' | 'short';
  readonly questions: readonly Question[];
};

/** About each partner, one page each; otherwise about the network as a whole, on one page. */
export const asksAboutPartners = ({ name }: Instrument): boolean => name === 'relational';

/** The target of what is asked about the network as a whole; organisations are numbered from 1. */
export const wholeNetwork = 0;

export const questionsFor = ({ questions }: Instrument, role: Role): readonly Question[] =>
  questions.filter(({ asked }) => asked.includes(role));

const asks = ({ questions }: Instrument, item: QuestionId): boolean => questions.some(({ id }) => id === item);

/** The relational items a round asks: seven, or three in the short form. */
export const relationalAsked = (instrument: Instrument): readonly RelationalItem[] =>
  relationalItems.filter((item) => asks(instrument, item));
/** Need and give: both, or only need in the short form. */
export const expectationsAsked = (instrument: Instrument): readonly ExpectationItem[] =>
  expectationItems.filter((item) => asks(instrument, item));
export const localAsked = (instrument: Instrument): readonly LocalItem[] => localItems.filter((item) => asks(instrument, item));

/** Above this many organisations the relational instrument is asked in its short form (method.md, 1). */
const mostForFullForm = 6;
/** In the short form, each respondent is asked about at most this many partners. */
export const mostPartners = 5;
const shortItems: readonly QuestionId[] = ['R1', 'R4', 'R7', 'E1'];

export const formFor = (name: InstrumentName, organisations: number): Instrument['form'] =>
  name === 'relational' && organisations > mostForFullForm ? 'short' : 'full';

export const shortFormOf = (instrument: Instrument): Instrument => ({
  ...instrument,
  form: 'short',
  questions: instrument.questions.filter(({ id }) => shortItems.includes(id)),
});

/** At most this many questions of the partners' own in a round. */
export const mostLocalQuestions = localItems.length;

/** With questions the partners wrote, asked last, of everybody, in the one language they were written in. */
export const withLocalQuestions = (instrument: Instrument, texts: readonly string[]): Instrument => ({
  ...instrument,
  questions: [
    ...instrument.questions,
    ...texts.slice(0, mostLocalQuestions).flatMap((text, place): Question[] => {
      const id = localItems[place];
      return id === undefined ? [] : [{ id, scale: 'extent', asked: ['leader', 'employee'], text: { en: text, nb: text } }];
    }),
  ],
});

/** How many pages one person is asked: one for each partner, at most five in the short form; or one about the network. */
export const pagesOf = (instrument: Instrument, organisations: number): number => {
  if (!asksAboutPartners(instrument)) return 1;
  return instrument.form === 'short' ? Math.min(mostPartners, organisations - 1) : organisations - 1;
};

/** Reading and tapping one question on a phone; an assumption until it is measured with leaders. */
const secondsPerQuestion = 7;

/** Whole minutes for all pages, at least 1, for the role of the audience that is asked most. */
export const minutesOf = (instrument: Instrument, organisations: number, audience: readonly Role[]): number => {
  const questions = Math.max(...audience.map((role) => questionsFor(instrument, role).length));
  return Math.max(1, Math.round((pagesOf(instrument, organisations) * questions * secondsPerQuestion) / 60));
};
