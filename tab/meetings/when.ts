import { useMemo } from 'react';
import { useReader } from '../reader.ts';
import { type MeetingsSay, useMeetingsWords } from './meetings-words.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** 1 is Monday. @param date YYYY-MM-DD */
export const weekdayOf = (date: string): Weekday => weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 1;

export const weekdayIn = (words: MeetingsSay, weekday: Weekday): string => words(`weekday.${weekday}`);

/** Days with their weekday, and times as clocks in the collaboration's zone show them. */
export function useWhen(zone: string) {
  const words = useMeetingsWords();
  const { date, language } = useReader();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', timeZone: zone },
    });
    const day = (isoDate: string): string =>
      words('when.day', { weekday: weekdayIn(words, weekdayOf(isoDate)), date: date(isoDate) });
    return {
      day,
      at: (isoDate: string, starts: string): string => words('when.at', { day: day(isoDate), time: starts }),
      /** @param instant null: after the meeting */
      moment: (isoDate: string, instant: string | null): string =>
        instant === null ? words('when.after') : words('when.at', { day: day(isoDate), time: time.format(new Date(instant)) }),
    };
  }, [words, date, language, zone]);
}
