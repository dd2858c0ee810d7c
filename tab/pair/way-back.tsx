import { BackLink } from '../notice.tsx';
import { useWithin } from '../pair-link.ts';
import { roundAt, roundPlace, usePlace } from '../place.ts';
import { usePairWords } from './pair-words.ts';

/** To where the pair was chosen: the page of its round, and the first screen. */
export function WayBack() {
  const words = usePairWords();
  const round = roundAt(usePlace());
  const within = useWithin()('');
  if (within === '' || round === undefined) return <BackLink />;
  return (
    <>
      <a className="link" href={`#${roundPlace(round)}`}>
        {words('pair.back', { round })}
      </a>
      <BackLink />
    </>
  );
}
