import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import { type Say, wordsIn } from './words.ts';

/** What the person reading needs: their own language, and the clock of the collaboration. */
export interface Reader {
  readonly language: Language;
  /** They read in a linked channel: what leads to actions, meetings and set-up is not for them. */
  readonly linked: boolean;
  readonly say: Say;
  /** One decimal, always: 3 is written 3.0 (nb: 3,0). */
  readonly number: (value: number) => string;
  /** One decimal with its sign: 0.1 is written +0.1 (nb: +0,1), and nothing is 0.0. */
  readonly signed: (value: number) => string;
  /** Two decimals, always: 2.5 is written 2.50 (nb: 2,50). */
  readonly hundredths: (value: number) => string;
  /** 0.27 is written 27% (nb: 27 %). */
  readonly share: (value: number) => string;
  /** A calendar date without a clock, `2026-03-12`. */
  readonly date: (isoDate: string) => string;
  /** The month an instant falls in, in the collaboration's zone, short: Jan 2024 (nb: jan. 2024). */
  readonly month: (instant: string) => string;
  /** The day an instant falls on in the collaboration's zone. */
  readonly day: (instant: string) => string;
  /** An instant to the minute in the collaboration's zone, with the zone named. */
  readonly moment: (instant: string) => string;
  /** Hours and minutes in the collaboration's zone. */
  readonly time: (instant: string) => string;
  /** Hours and minutes in the reader's own zone. */
  readonly clock: (instant: Date) => string;
}

const locales = { en: 'en-GB', nb: 'nb-NO' } as const;

/** Made when it is first asked for: one with a zone takes a slow phone many milliseconds. */
function later<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => (made ??= make());
}

function madeFor(language: Language, zone: string, linked: boolean): Reader {
  const locale = locales[language];
  const numbers = (options: Intl.NumberFormatOptions) => later(() => new Intl.NumberFormat(locale, options));
  const instants = (options: Intl.DateTimeFormatOptions) => later(() => new Intl.DateTimeFormat(locale, options));
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const decimal = numbers(oneDecimal);
  const signed = numbers({ ...oneDecimal, signDisplay: 'exceptZero' });
  const fine = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const date = instants({ dateStyle: 'long', timeZone: 'UTC' });
  const day = instants({ dateStyle: 'long', timeZone: zone });
  const weekday = instants({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  const month = instants({ month: 'short', year: 'numeric', timeZone: zone });
  const time = instants({ hour: '2-digit', minute: '2-digit', timeZone: zone });
  const own = instants({ hour: '2-digit', minute: '2-digit' });
  return {
    language,
    linked,
    say: wordsIn(language),
    number: (value) => decimal().format(value),
    signed: (value) => signed().format(value),
    hundredths: (value) => fine().format(value),
    share: (value) => percent().format(value),
    date: (isoDate) => date().format(new Date(`${isoDate}T00:00:00Z`)),
    month: (instant) => month().format(new Date(instant)),
    day: (instant) => day().format(new Date(instant)),
    moment: (instant) => `${weekday().format(new Date(instant))}, ${time().format(new Date(instant))} (${zone})`,
    time: (instant) => time().format(new Date(instant)),
    clock: (instant) => own().format(instant),
  };
}

const readers = new Map<string, Reader>();

/** The same one each time, so that nothing is drawn anew for it. @param zone IANA name, such as `Europe/Oslo` */
export function readerIn(language: Language, zone: string, linked = false): Reader {
  const key = `${language} ${zone} ${linked}`;
  const reader = readers.get(key) ?? madeFor(language, zone, linked);
  readers.set(key, reader);
  return reader;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('A screen was shown without a reader.');
  return reader;
}
