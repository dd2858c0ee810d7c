import type { MatrixResults } from '../bot/contracts/results.ts';
import { useReader } from './reader.ts';

/** Four numbers about the whole, each with what it means. */
export function Network({ results: { network, k } }: { readonly results: MatrixResults }) {
  const { say, number, share } = useReader();
  const { publishedCells: published, possibleCells: possible, index, strongTieDensity: strong, reciprocity } = network;
  const none = say('hidden.noCell');
  const facts = [
    {
      name: say('network.coverage'),
      value: say('network.coverage.value', { published, possible }),
      meaning: published < possible ? say('network.coverage.part', { k }) : say('network.coverage.all'),
    },
    {
      name: say('network.index'),
      value: index === null ? null : number(index),
      meaning: index === null ? none : say('network.index.meaning'),
    },
    {
      name: say('network.strong'),
      value: strong === null ? null : share(strong),
      meaning: strong === null ? none : say('network.strong.meaning'),
    },
    {
      name: say('network.reciprocity'),
      value: reciprocity === null ? null : share(reciprocity),
      meaning: say(reciprocity === null ? 'network.reciprocity.none' : 'network.reciprocity.meaning'),
    },
  ];
  return (
    <section className="card" aria-labelledby="network">
      <h3 id="network">{say('network.title')}</h3>
      <dl className="facts">
        {facts.map(({ name, value, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="value">{value ?? say('hidden')}</dd>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
