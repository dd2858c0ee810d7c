import { useEffect, useRef } from 'react';
import type { Overview, Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Caller } from '../send.ts';
import '../manage/manage.css';
import { WayBack } from './way-back.tsx';
import { usePlace } from '../place.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { ShareDoor } from '../share-door.tsx';
import '../whole/whole.css';
import { BothSides } from './both-sides.tsx';
import { Expectations } from './expectations.tsx';
import { Neighbours } from './neighbours.tsx';
import { obstacleOf } from './obstacle.ts';
import { usePairWords } from './pair-words.ts';
import './pair.css';
import { Prompts } from './prompts.tsx';
import { LocalAnswers, Statements } from './statements.tsx';
import { Themselves } from './themselves.tsx';
import { useTitle } from './use-title.ts';
import { WillDo } from './will-do.tsx';

export interface PairProps {
  /** Two organisations, in any order. */
  readonly one: string;
  readonly other: string;
  /** The round that is shown; null: there is none yet. */
  readonly snapshot: Snapshot | null;
  readonly overview: Overview;
  readonly caller: Caller;
  readonly channel: string;
}

/** Two organisations: how each sees the other, who they are, and what to ask each other. */
export function PairPage(props: PairProps) {
  const { one, other, snapshot, overview } = props;
  const known: readonly Organisation[] = [...(snapshot?.organisations ?? []), ...overview.organisations];
  const order = (snapshot?.organisations ?? []).some(({ id }) => id === one || id === other) ? known : overview.organisations;
  const [first, second] = [...new Set(order.map(({ id }) => id))]
    .filter((id) => id === one || id === other)
    .map((id) => known.find((organisation) => organisation.id === id));
  return first && second ? <Found {...props} first={first} second={second} /> : <NoPair />;
}

/** The heading takes the focus whenever another pair is shown. */
function Heading({ name }: { readonly name: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useTitle(name);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, [name]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {name}
    </h1>
  );
}

function NoPair() {
  const words = usePairWords();
  return (
    <main className="page manage pair">
      <header className="purpose">
        <p className="aside">
          <WayBack />
        </p>
        <Heading name={words('pair.none')} />
        <p>{words('pair.none.next')}</p>
      </header>
    </main>
  );
}

function Found({
  first,
  second,
  snapshot,
  overview,
  caller,
  channel,
}: PairProps & { readonly first: Organisation; readonly second: Organisation }) {
  const { say, day, linked } = useReader();
  const words = usePairWords();
  const place = usePlace();
  const name = say('pairs.name', { first: first.name, second: second.name });
  const obstacle = obstacleOf(first, second, snapshot, overview, words);
  const results = snapshot?.results.mode === 'matrix' && obstacle === undefined ? snapshot.results : undefined;
  const shown = snapshot && results && { first, second, results, snapshot };
  const left = [first, second].filter(({ id }) => overview.organisations.some((one) => one.id === id && one.left));
  return (
    <main className="page manage pair">
      <header className="purpose">
        <p className="aside">
          <WayBack />
          <ShareDoor place={place} label={name} />
        </p>
        <Heading name={name} />
        {snapshot && <p className="quiet">{words('pair.round', { round: snapshot.round, closed: day(snapshot.closed) })}</p>}
      </header>
      {obstacle !== undefined && <p className="card">{obstacle}</p>}
      {shown &&
        left.map((one) => (
          <p key={one.id} className="note">
            {words('pair.left', { organisation: one.name })}
          </p>
        ))}
      {shown && (
        <>
          <BothSides {...shown} />
          <Statements {...shown} />
          <Expectations {...shown} />
          <LocalAnswers {...shown} />
        </>
      )}
      <Themselves {...{ first, second, caller, channel }} />
      <Prompts />
      {!linked && <WillDo first={first} second={second} />}
      {snapshot && shown && <Neighbours {...{ first, second }} organisations={snapshot.organisations} />}
      <p className="aside">
        <WayBack />
      </p>
    </main>
  );
}
