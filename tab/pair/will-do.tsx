import { newActionPlace } from '../place.ts';
import type { Organisation } from '../relations.ts';
import { usePairWords } from './pair-words.ts';

/** From talk to an action: the form, begun, and with this pair as where it comes from. */
export function WillDo({ first, second }: { readonly first: Organisation; readonly second: Organisation }) {
  const words = usePairWords();
  return (
    <section className="card" aria-labelledby="pair-will">
      <h2 id="pair-will">{words('pair.will')}</h2>
      <p>{words('pair.will.about')}</p>
      <p className="aside">
        {(['start', 'stop'] as const).map((begins) => (
          <a key={begins} className="link" href={`#${newActionPlace}-${begins}-pair-${first.id}-${second.id}`}>
            {words(`pair.will.${begins}`)}
          </a>
        ))}
      </p>
    </section>
  );
}
