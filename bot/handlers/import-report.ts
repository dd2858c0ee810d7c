import { sayIn } from '../../locales/translate.ts';
import type { ImportReport } from '../contracts/round-import.ts';
import type { Language } from '../domain/collaboration.ts';
import type { Reason } from '../domain/imported/wrong.ts';
import type { Imported } from '../usecases/rounds/import-round.ts';

const longest = 60;

/** What stood in the file: without signs that nobody sees, and short. */
const shown = (value: string | number): string | number =>
  typeof value === 'number' ? value : (value.length > longest ? `${value.slice(0, longest)}...` : value).replace(/\p{Cc}/gu, ' ');

const short = (values: Reason['values']): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));

/** The report as it goes over the wire: reasons are sentences in the language of the reader. */
export const reportIn = (language: Language, { wrong, organisations, counted, ...report }: Imported): ImportReport => {
  const say = sayIn(language);
  const word = say(`import.place.${counted}`);
  return {
    ...report,
    counted,
    organisations: organisations.map(({ key, name, organisation }) => ({
      key,
      name,
      organisation: organisation === undefined ? null : String(organisation),
    })),
    wrong: wrong.shown.map(({ at, reasons }) => ({
      at: at ?? null,
      reasons: reasons.map(({ is, values }) => say(`import.wrong.${is}`, { place: word, ...short(values) })),
    })),
    more: wrong.more,
  };
};
