import { type Band, bands, shapes, symbolOf, wordOf } from './band.ts';
import { useReader } from './reader.ts';

/** Symbol and word of a band; the colour comes from the surface it stands on. */
export function BandMark({ band }: { readonly band: Band }) {
  const { say } = useReader();
  return (
    <span className="mark">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={shapes[symbolOf[band]]} fillRule="evenodd" />
      </svg>
      {say(wordOf[band])}
    </span>
  );
}

export function Legend() {
  const { say } = useReader();
  return (
    <ul className="legend" aria-label={say('legend.title')}>
      {bands.map((band) => (
        <li key={band} data-band={band}>
          <BandMark band={band} /> {say(`band.${band}.range`)}
        </li>
      ))}
    </ul>
  );
}
