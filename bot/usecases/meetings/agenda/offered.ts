import type { Snapshot } from '../../../contracts/tab-api.ts';
import { stuckCounts } from '../../../domain/actions/board.ts';
import { focusAreasOf, offeredAreas } from '../../../domain/scoring/focus-areas.ts';
import type { FocusArea, FocusAreas } from '../../../domain/scoring/focus-areas.ts';
import type { Results } from '../../../domain/scoring/results.ts';
import type { Unit } from '../../../ports/unit.ts';

/** `round`: whose published results the areas are of; undefined: there are none about relations yet. */
export type Offered = {
  readonly areas: readonly FocusArea[];
  readonly strength: FocusAreas['strength'];
  readonly round: Pick<Snapshot, 'round' | 'closed'> | undefined;
};

/** Results about relations, by the organisations they were about. */
type Published = { readonly snapshot: Snapshot; readonly results: Results };

const publishedIn = (snapshot: Snapshot | undefined): Published | undefined =>
  snapshot === undefined || snapshot.results.mode === 'network' ? undefined : { snapshot, results: snapshot.results };

/** Of the round that closed last; where that asked about the network as a whole, of the last that did not. */
const newest = async (unit: Unit): Promise<Published | undefined> => {
  const latest = await unit.snapshots.latest();
  if (latest === undefined) return undefined;
  return publishedIn(latest) ?? (await unit.snapshots.all()).map(publishedIn).findLast((one) => one !== undefined);
};

/** What the meeting may choose from: of what is published, and of why actions are stuck now. */
export const offeredNow = async (unit: Unit): Promise<Offered> => {
  const found = await newest(unit);
  const organisations = found?.snapshot.organisations.map(({ id }) => id) ?? [];
  return {
    areas: offeredAreas(found?.results, organisations, stuckCounts(await unit.actions.open())),
    strength: found === undefined ? null : focusAreasOf(found.results, organisations).strength,
    round: found?.snapshot,
  };
};
