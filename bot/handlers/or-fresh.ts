import { Refused } from '../errors.ts';
import { NotTaken } from './not-taken.ts';

/** Refused because somebody was faster: with how it stands now. */
export const orFresh = async <Answer>(answer: Promise<Answer>, fresh: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.reason !== 'changed meanwhile') throw fault;
    throw new NotTaken(409, 'refused.changed meanwhile', { fresh: await fresh() });
  }
};
