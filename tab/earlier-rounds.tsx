import { useEffect, useRef } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import { useReader } from './reader.ts';

/** For integration managers: the way to rounds collected elsewhere, and those that are here. `cameBack`: from that page. */
export function EarlierRounds({
  rounds,
  open,
  cameBack,
}: {
  readonly rounds: Overview['rounds'];
  readonly open: () => void;
  readonly cameBack: boolean;
}) {
  const { say, day } = useReader();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (cameBack) button.current?.focus();
  }, [cameBack]);
  const imported = rounds.filter((round) => round.imported);
  return (
    <section className="earlier" aria-labelledby="earlier">
      <h2 id="earlier">{say('earlier.title')}</h2>
      <p className="quiet">{say('earlier.what')}</p>
      {imported.length > 0 && (
        <ul>
          {imported.map(({ round, closed }) => (
            <li key={round}>
              {say('earlier.round', { round, day: day(closed) })} <span className="tag">{say('results.imported')}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" className="plain" ref={button} onClick={open}>
          {say('earlier.open')}
        </button>
      </p>
    </section>
  );
}
