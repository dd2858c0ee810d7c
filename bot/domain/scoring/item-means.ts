import { relationalItems } from '../instrument.ts';
import type { RelationalItem } from '../instrument.ts';
import { meanOfTenths, printed, tenthsOf } from './fraction.ts';
import type { MatrixResults } from './results.ts';

/** The mean of an item over the published item profiles, and over how many; 1 decimal. */
export type ItemMean = { item: RelationalItem; mean: number; profiles: number };

/** One profile would be one organisation's own value under another name. */
const fewestProfiles = 2;

/** In the order of the items; from printed values alone. */
export const itemMeansOf = ({ cells }: MatrixResults): readonly ItemMean[] =>
  relationalItems.flatMap((item) => {
    const values = Object.values(cells).flatMap((cell) => {
      const value = 'hidden' in cell ? undefined : cell.items?.[item];
      return value === undefined ? [] : [tenthsOf(value)];
    });
    const mean = values.length < fewestProfiles ? undefined : meanOfTenths(values);
    return mean === undefined ? [] : [{ item, mean: printed(mean), profiles: values.length }];
  });
