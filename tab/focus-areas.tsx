import type { ReactNode } from 'react';
import type { FocusAreas as Focus } from '../bot/contracts/results.ts';
import { areaOf, strengthOf, type Talk } from './focus-words.ts';
import { usePairLink } from './pair-link.ts';
import { focusPlace, newActionFrom } from './place.ts';
import { useReader } from './reader.ts';
import type { Organisation } from './relations.ts';

/** What to talk about, at most three, and one thing that works (method.md, scoring 8): about relations, never one partner alone. */
export function FocusAreas({
  focus: { proposed, strength },
  organisations,
  pooled,
}: {
  readonly focus: Focus;
  readonly organisations: readonly Organisation[];
  readonly pooled: boolean;
}) {
  const reader = useReader();
  const { say } = reader;
  const none = pooled ? 'focus.none.pooled' : 'focus.none';
  return (
    <section className="card" aria-labelledby={focusPlace}>
      <div className="titled">
        <h3 id={focusPlace} tabIndex={-1}>
          {say('focus.title')}
        </h3>
        <p className="quiet">{say(proposed.length > 0 ? 'focus.proposed' : none)}</p>
      </div>
      {(proposed.length > 0 || !pooled) && (
        <ul className="areas">
          {proposed.map((area) => (
            <Area key={area.kind} kind={say(`focus.kind.${area.kind}`)} organisations={organisations}>
              {areaOf(area, organisations, reader)}
            </Area>
          ))}
          {!pooled && (
            <Area kind={say('focus.strength')} organisations={organisations} works>
              {strength ? strengthOf(strength, organisations, reader) : { why: say('focus.strength.none') }}
            </Area>
          )}
        </ul>
      )}
    </section>
  );
}

function Area({
  kind,
  organisations,
  works,
  children: { title, pair, why },
}: {
  readonly kind: string;
  readonly organisations: readonly Organisation[];
  readonly works?: true;
  readonly children: Talk;
}): ReactNode {
  const link = usePairLink(organisations);
  const { say, linked } = useReader();
  return (
    <li data-works={works}>
      <span className="quiet">{kind}</span>{' '}
      {pair ? (
        <a className="link" href={link(...pair)}>
          {title}
        </a>
      ) : (
        title && <strong>{title}</strong>
      )}
      <p>{why}</p>
      {!works && !linked && (
        <a className="link then" href={`#${newActionFrom(title === undefined ? kind : `${kind}: ${title}`)}`}>
          {say('actions.fromArea')}
          <span className="heard">: {title ?? kind}</span>
        </a>
      )}
    </li>
  );
}
