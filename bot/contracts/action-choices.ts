import type { ActionKind, StuckReason, Verdict } from '../domain/actions/action.ts';

/** What there is to choose from, in the order in which it is offered. */
export const actionKinds = ['quick win', 'test of change', 'adaptive'] as const satisfies readonly ActionKind[];
export const stuckReasons = [
  'someone else',
  'no time',
  'rule or law',
  'system',
  'unclear',
] as const satisfies readonly StuckReason[];
export const verdicts = ['keep', 'change', 'drop'] as const satisfies readonly Verdict[];
