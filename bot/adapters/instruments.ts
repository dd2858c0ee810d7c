import healthCheck from '../../locales/instruments/health-check-1.json' with { type: 'json' };
import relational from '../../locales/instruments/relational-1.json' with { type: 'json' };
import practices from '../../locales/instruments/six-practices-1.json' with { type: 'json' };
import { instrument } from '../contracts/instrument.ts';
import type { Instrument, InstrumentName } from '../domain/questionnaire.ts';
import type { Instruments } from '../ports/instruments.ts';

/** Every version there has been, newest last; a file is never changed once a round may have used it. Throws where one is not as it must be. */
const known = [relational, healthCheck, practices].map((given): Instrument => instrument.parse(given));

/** What rounds asked that were launched before a round kept its own copy. */
export const firstRelational: Instrument = instrument.parse(relational);

/** The newest version, in its full form. */
export const instruments: Instruments = (name: InstrumentName): Instrument => {
  const newest = known.findLast((one) => one.name === name);
  if (newest === undefined) throw new Error(`there is no instrument ${name}`);
  return newest;
};
