import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Answer } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';
import { recordTogether, type Recording } from './answers.ts';
import { together } from './together.ts';
import type { Transactions } from './transaction.ts';

type Outcome = readonly Answer[] | 'not open';

/** Enough to share a commit among everybody who presses at once, few enough that nobody waits long for the others of their call. */
const most = 64;
/** The next call is on its way while the one before is written to the disk. */
const atOnce = 2;

/**
 * `Unit.answers.record` for everybody at once: answers to one collaboration that arrive while others are being stored are stored
 * together, for a trip and a write to the disk cost the same for one as for many. Different collaborations never share a call.
 */
export const answersTogether = ({ alone }: Transactions): ((id: CollaborationId) => Unit['answers']['record']) => {
  const known = new Map<CollaborationId, { readonly add: (recording: Recording) => Promise<Outcome | Error>; under: number }>();
  const ofOne = (id: CollaborationId) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const one = {
      add: together((group: readonly Recording[]) => alone((db) => recordTogether(db, id, group)), { most, atOnce }),
      under: 0,
    };
    known.set(id, one);
    return one;
  };
  return (id) =>
    async (...recording) => {
      const one = ofOne(id);
      one.under += 1;
      try {
        const outcome = await one.add(recording);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      } finally {
        one.under -= 1;
        if (one.under === 0) known.delete(id);
      }
    };
};
