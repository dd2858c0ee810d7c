import type { Organisation } from '../collaboration.ts';

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Which organisation of the collaboration one of the file is: as `mapping` says; else the one of this name, or of this number. */
export const organisationFinder = (
  ours: readonly Organisation[],
  mapping: Readonly<Record<string, number>>,
): ((key: string, name?: string) => Organisation | undefined) => {
  const byName = new Map(ours.map((one) => [plain(one.name), one]));
  const byNumber = new Map(ours.map((one) => [String(one.id), one]));
  return (key, name = key) => {
    const said = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
    if (said !== undefined) return byNumber.get(String(said));
    return byName.get(plain(name)) ?? byName.get(plain(key)) ?? byNumber.get(key.trim());
  };
};
