import type { Collaboration } from '../../domain/collaboration.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import { usualSurveyDays } from '../../domain/meetings/survey.ts';
import { isHere } from '../../domain/set-up.ts';
import { defaultK } from '../../domain/scoring/mode.ts';
import type { Unit } from '../../ports/unit.ts';
import { isPlaced } from '../gate.ts';

type Proposal = MeetingSurvey & { readonly questions: number[]; readonly audience: ('leader' | 'employee')[] };

/** The lowest k there may be, for leaders only (method.md, P1). */
const lowestK = 3;

/** Of the leaders about each partner; with as large a k, up to the usual, as two thirds of the organisations reach. */
export const proposedSurvey = async (unit: Unit, { organisations }: Collaboration): Promise<Proposal> => {
  const leaders = (await unit.members.all()).filter(isPlaced).filter(({ role }) => role === 'leader');
  const counts = organisations
    .filter(isHere)
    .map(({ id }) => leaders.filter(({ organisation }) => organisation === id).length)
    .sort((one, other) => other - one);
  const reached = counts[Math.ceil((counts.length * 2) / 3) - 1] ?? 0;
  const k = Math.min(defaultK, Math.max(lowestK, reached));
  return { instrument: 'relational', questions: [], audience: ['leader'], k, ...usualSurveyDays };
};
