import type { MatrixResults } from '../bot/contracts/results.ts';
import type { ChangeSince } from './change-since.ts';
import { fetchAhead, Later } from './later.tsx';
import { useWithin } from './pair-link.ts';
import { useReader } from './reader.ts';
import type { Organisation } from './relations.ts';

/** With more, every line crosses dozens of others; the table says it better. */
const mostInPicture = 12;

const networkPicture = () => import('./picture/network-picture.tsx').then(({ NetworkPicture }) => NetworkPicture);

// It is the first thing most readers see: fetched beside the answer, not after it.
fetchAhead(networkPicture);

/** The network in one picture, with its table one press away. The drawing is fetched by itself: the table is there at once. */
export function PictureCard(props: {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
  readonly changed: ChangeSince;
}) {
  const { say } = useReader();
  const within = useWithin();
  const count = props.organisations.length;
  return (
    <section className="card picture" aria-labelledby="picture">
      <div className="titled">
        <h3 id="picture">{say('picture.title')}</h3>
        <a className="link toTable" href={`#${within('matrix')}`}>
          {say('picture.table')}
        </a>
      </div>
      {count > mostInPicture ? (
        <p>{say('picture.tooMany', { count })}</p>
      ) : (
        <Later
          part={networkPicture}
          props={props}
          waiting={<p role="status">{say('start.loading')}</p>}
          missing={<p role="alert">{say('picture.unfetched')}</p>}
        />
      )}
    </section>
  );
}
