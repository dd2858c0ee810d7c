import type { Collaboration, Language } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { publicCounts } from '../../domain/public-counts.ts';
import { minutesOf, pagesOf } from '../../domain/questionnaire.ts';
import type { Round } from '../../domain/round.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Entered } from '../gate.ts';

/**
 * What the survey's card says to everybody: purpose, rules, counts (P5: nothing else while it is open). In a linked channel it is the same,
 * `in` that channel.
 */
export const factsIn = (facts: SurveyFacts, { channel }: { readonly channel: string }): SurveyFacts => ({ ...facts, channel });

/** The same, as one person sees it: in the channel they were let in by. */
export const factsFor = ({ through }: Pick<Entered, 'through'>, facts: SurveyFacts): SurveyFacts =>
  through === undefined ? facts : factsIn(facts, { channel: through });

/** The same, as it stands in the home channel. */
export const surveyFacts = async (
  unit: Unit,
  collaboration: Collaboration,
  round: Round,
  language: Language = collaboration.language,
): Promise<SurveyFacts> => {
  const { invited, answered } = await unit.participation.counts(round.number);
  const { number, k, mode, audience, opens, closes, instrument } = round;
  const again = (await unit.rounds.find(round.number))?.reopened !== undefined;
  const organisations = collaboration.organisations.filter(takesPartIn(number)).length;
  const { total, leavesOut } = publicCounts(invited, answered, k);
  return {
    language,
    zone: collaboration.zone,
    collaboration: collaboration.id,
    channel: collaboration.homeChannel,
    purpose: collaboration.purpose,
    round: number,
    k,
    mode,
    audience,
    opens,
    closes,
    instrument: instrument.name,
    pages: pagesOf(instrument, organisations),
    minutes: minutesOf(instrument, organisations, audience),
    leavesOut,
    again,
    answered: total.answered,
    invited: total.invited,
  };
};
