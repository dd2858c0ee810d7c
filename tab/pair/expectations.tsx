import { useReader } from '../reader.ts';
import { expectationGapsOf } from '../relations.ts';
import { usePairWords } from './pair-words.ts';
import type { ShownPair } from './shown-pair.ts';

/** Both expectation gaps in words with their numbers; nothing where need and capacity were not asked. */
export function Expectations({ first, second, results }: ShownPair) {
  const { say, number } = useReader();
  const words = usePairWords();
  if (Object.keys(results.expectationGaps).length === 0) return null;
  return (
    <section className="card" aria-labelledby="pair-gaps">
      <h2 id="pair-gaps">{say('gaps.title')}</h2>
      <p className="quiet">{say('gaps.caption')}</p>
      <ul className="gaps">
        {expectationGapsOf([first, second], results.expectationGaps).map(({ first: needs, second: gives, value }) => {
          const names = { first: needs.name, second: gives.name };
          return (
            <li key={needs.id}>
              <strong>{say('gaps.name', names)}.</strong>{' '}
              {value && 'flag' in value ? (
                <>
                  {words('pair.gap', {
                    ...names,
                    ...{ need: number(value.need), canGive: number(value.canGive), gap: number(Math.abs(value.gap)) },
                  })}{' '}
                  {words(`pair.gap.${value.flag}`, names)}
                </>
              ) : (
                <span className="hidden">{words('pair.gap.hidden', { k: results.k })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
