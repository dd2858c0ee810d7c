import type { Action } from '../../../bot/domain/actions/action.ts';
import type { NewAction } from '../../../bot/domain/actions/agreeing.ts';

export const long = new Date('2026-01-05T09:00Z');

/** A quick win of member 1 of organisation 1. */
export const wishOf = (more: Partial<NewAction> = {}): NewAction => ({
  ...{ text: 'A sample', kind: 'quick win', due: '2026-03-13', owners: [{ organisation: 1, member: 1 }] },
  source: { from: 'by hand' },
  ...more,
});

/** The same, agreed on 5 January 2026. */
export const actionOf = (more: Partial<Action> = {}): Action => ({
  ...wishOf(),
  ...{ id: 1, state: 'open', moved: 0, agreed: long, agreedBy: 1, heard: long, nudgedFrom: long },
  ...more,
});

export const testOfChange = { what: 'A sample', forWhom: 'Sample people', expected: 'A sample result' } as const;
