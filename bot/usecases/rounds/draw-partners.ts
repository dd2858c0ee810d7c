import type { Collaboration } from '../../domain/collaboration.ts';
import type { Round } from '../../domain/round.ts';
import { drawnPartners } from '../../domain/survey.ts';
import type { Respondent, Unit } from '../../ports.ts';

type Invited = { readonly member: number; readonly organisation: number };

/**
 * In the short form: whom each of these newly invited people is asked about, so that every pair gets about as many answers (method.md, 1).
 * Drawn in the order of pseudonyms, which says nothing of people, and kept by pseudonym. A round in the full form draws nobody.
 */
export const drawFor = async (
  unit: Unit,
  round: Round,
  { organisations }: Collaboration,
  invited: readonly Invited[],
  respondents: ReadonlyMap<number, Respondent>,
): Promise<void> => {
  if (round.instrument.form !== 'short') return;
  for (const { id: organisation } of organisations) {
    const others = organisations.map(({ id }) => id).filter((id) => id !== organisation);
    const own = invited
      .filter((one) => one.organisation === organisation)
      .flatMap(({ member }) => respondents.get(member) ?? [])
      .sort((one, other) => one.compare(other));
    const before = await unit.draws.count(round.number, organisation);
    const draws = own.map((respondent, place) => ({ respondent, partners: drawnPartners(others, before + place) }));
    await unit.draws.keep(round.number, organisation, draws);
  }
};
