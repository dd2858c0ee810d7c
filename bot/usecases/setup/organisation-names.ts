import type { Organisation } from '../../domain/collaboration.ts';
import { looksLikePatientData } from '../../domain/patient-data.ts';
import { limits, onOneLine, sameName } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';

/** One line of at most so many characters, with nothing of a patient in it. */
export const acceptable = (written: string, longest: number): string => {
  const text = onOneLine(written);
  if (text === '' || text.length > longest) throw new Refused('set-up incomplete');
  if (looksLikePatientData(text)) throw new Refused('looks like patient data');
  return text;
};

/** Lines as names: trimmed, empty ones left out, none twice (letter case aside). */
export const organisationNames = (lines: string): readonly string[] => {
  const names = lines
    .split(/\r?\n/)
    .filter((line) => onOneLine(line) !== '')
    .map((line) => acceptable(line, limits.name));
  if (names.some((name, place) => names.slice(0, place).some((before) => sameName(before, name))))
    throw new Refused('same organisation twice');
  if (names.length < limits.fewestOrganisations) throw new Refused('too few organisations');
  if (names.length > limits.organisations) throw new Refused('too many organisations');
  return names;
};

/** A name that no organisation of the collaboration has or had, but the one that is to get it. */
export const freeName = (written: string, organisations: readonly Organisation[], own?: number): string => {
  const name = acceptable(written, limits.name);
  if (organisations.some((other) => other.id !== own && sameName(other.name, name))) throw new Refused('same organisation twice');
  return name;
};
