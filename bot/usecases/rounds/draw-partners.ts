import type { Collaboration } from '../../domain/collaboration.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import { drawnPartners } from '../../domain/survey.ts';
import type { Store } from '../../ports/store.ts';
import type { Respondent } from '../../ports/unit-answers.ts';

/**
 * In the short form: whom this respondent is asked about (method.md, 1). Drawn when they open the survey for the first time, so that the
 * balance is one of those who answer and not of those who were invited; kept by pseudonym, apart from people. May it run twice? Yes:
 * the first draw stays.
 */
export const drawnFor = async (
  store: Store,
  { id: collaboration, organisations }: Collaboration,
  round: number,
  organisation: number,
  respondent: Respondent,
): Promise<readonly number[]> =>
  await store.within(collaboration, async (unit) => {
    const known = await unit.draws.of(round, respondent);
    if (known !== undefined) return known;
    // Two who open at the same moment take different places.
    await unit.oneAtATime();
    const others = organisations
      .filter(takesPartIn(round))
      .map(({ id }) => id)
      .filter((id) => id !== organisation);
    const partners = drawnPartners(others, await unit.draws.count(round, organisation));
    await unit.draws.keep(round, organisation, respondent, partners);
    return (await unit.draws.of(round, respondent)) ?? partners;
  });
