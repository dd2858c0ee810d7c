import { bands, wordOf } from '../band.ts';
import { BandMark } from '../band-mark.tsx';
import { useReader } from '../reader.ts';

/** Colour, line, symbol and word of each band, and of what is hidden. */
export function LineLegend({ hidden }: { readonly hidden: boolean }) {
  const { say } = useReader();
  return (
    <ul className="lines" aria-label={say('picture.legend')}>
      {bands.map((band) => (
        <li key={band} data-line={band}>
          <Sample /> <BandMark band={band} /> {say(`${wordOf[band]}.range`)}
        </li>
      ))}
      {hidden && (
        <li data-line="hidden">
          <Sample /> {say('hidden')}
        </li>
      )}
    </ul>
  );
}

const Sample = () => (
  <svg viewBox="0 0 44 10" width="44" height="10" aria-hidden="true">
    <path className="line" d="M2 5H34" />
    <path className="head" d="M43 5L34 0.5L34 9.5Z" />
  </svg>
);
