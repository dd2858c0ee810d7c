/** The closed list of reasons a use case says no. Each is one sentence in locales/ under `refused.<reason>`. */
export const refusals = [
  'not a member',
  'no collaboration here',
  'already set up',
  'only in a channel',
  'only integration managers',
  'only chairs or integration managers',
  'no open round',
  'no such results',
  'round closed',
  'cannot be opened again',
  'one is open',
  'not invited',
  'own organisation',
  'unknown organisation',
  'rating not understood',
  'k below 3',
  'k too low for so many',
  'closing date not ahead',
  'closing date too far',
  'fewer than two organisations',
  'too few invited',
  'too many questions',
  'no outcomes',
  'question too short or too long',
  'names the partner too often',
  'too many proposed',
  'set-up incomplete',
  'looks like patient data',
  'not on the roster',
  'last integration manager',
  'changed meanwhile',
  'not while a round is open',
  'too few organisations',
  'too many organisations',
  'same organisation twice',
  'meeting date not ahead',
  'card too old',
  'not understood',
  'Teams does not answer',
  'only own organisation',
  'text too long',
  'no such action',
  'action not yours',
  'action incomplete',
  'no owner',
  'too many owners',
  'due date not ahead',
  'date not later',
  'organisation missing',
  'due date too far',
  'action closed',
  'reason missing',
  'verdict missing',
  'action snoozed',
  'messages stopped',
  'meeting day taken',
  'no such meeting',
  'meeting not yet',
] as const;
export type Refusal = (typeof refusals)[number];

/** A use case says no: nothing was stored. The person gets one sentence, the log a line. */
export class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
  }
}
