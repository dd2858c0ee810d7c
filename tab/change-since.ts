import type { Change } from '../bot/contracts/results.ts';
import type { Snapshot } from '../bot/contracts/tab-api.ts';

/** What changed, and since which round; undefined where there was no earlier round of the same kind. */
export type ChangeSince = { readonly change: Change; readonly since: number } | undefined;

export function changeSinceOf({ results, comparedWith: since }: Snapshot): ChangeSince {
  const change = 'change' in results ? results.change : undefined;
  return change && since !== undefined ? { change, since } : undefined;
}
