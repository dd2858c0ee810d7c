import type { Instrument, InstrumentName } from '../domain/questionnaire.ts';

/** The newest version of an instrument, in its full form. */
export type Instruments = (name: InstrumentName) => Instrument;
