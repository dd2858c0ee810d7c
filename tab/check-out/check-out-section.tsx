import { useCallback, useMemo, useState } from 'react';
import { type CheckOutPage, checkOutPage, type CheckOutResults } from '../../bot/contracts/check-out-api.ts';
import { Hidden } from '../cell.tsx';
import { sentenceOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { Loading, Trouble } from '../notice.tsx';
import { readerIn, useReader } from '../reader.ts';
import { ItemBar } from '../timeline/item-bar.tsx';
import { useAskAgain } from '../use-kept.ts';
import { usePage } from '../use-page.ts';
import { type AtMeeting, fetchCheckOut, sendOpening } from './check-out-api.ts';
import { useCheckOutWords } from './check-out-words.ts';

/** While it is open its count is asked for this often, in milliseconds. */
const everyMs = 10_000;

/** How a meeting is left: opened by who leads it, counted while it is open, shown when it has closed. */
export function CheckOutSection({ host, at: { caller, channel, meeting } }: { readonly host: Host; readonly at: AtMeeting }) {
  const words = useCheckOutWords();
  const at = useMemo(() => ({ caller, channel, meeting }), [caller, channel, meeting]);
  const { page, failure, busy, load, show } = usePage(
    useCallback(() => fetchCheckOut(at), [at]),
    checkOutPage,
  );
  useAskAgain(load, { wanted: page?.is === 'open', everyMs });
  return (
    <section className="card" aria-labelledby="check-out">
      <h2 id="check-out">{words('checkOut.title')}</h2>
      {page ? (
        <State page={page} at={at} show={show} />
      ) : failure ? (
        <Trouble failure={failure} host={host} retry={load} busy={busy} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

interface Opening {
  readonly at: AtMeeting;
  readonly show: (fetched: Awaited<ReturnType<typeof sendOpening>>) => void;
}

function State({ page, ...opening }: Opening & { readonly page: CheckOutPage }) {
  const { language } = useReader();
  const words = useCheckOutWords();
  switch (page.is) {
    case 'not open':
      return <NotOpen mayOpen={page.mayOpen} {...opening} />;
    case 'open':
      return (
        <>
          <p role="status">{words('checkOut.isOpen', { closes: readerIn(language, page.zone).moment(page.closes) })}</p>
          <p>
            {page.answered === null ? words('checkOut.few', { k: page.k }) : words('checkOut.answered', { count: page.answered })}
          </p>
        </>
      );
    case 'closed':
      return <Results k={page.k} results={page.results} />;
  }
}

function NotOpen({ mayOpen, at, show }: Opening & { readonly mayOpen: boolean }) {
  const { say } = useReader();
  const words = useCheckOutWords();
  const [state, setState] = useState<'ready' | 'sending' | { readonly refused: string }>('ready');
  const open = () => {
    setState('sending');
    void sendOpening(at).then((fetched) => {
      show(fetched);
      if ('value' in fetched) setState('ready');
      else setState({ refused: sentenceOf(fetched.failure, say) });
    });
  };
  return (
    <>
      <p>{words('checkOut.what')}</p>
      <p className="quiet">{words('checkOut.when')}</p>
      {mayOpen ? (
        <button
          type="button"
          className="button"
          aria-disabled={state === 'sending'}
          onClick={state === 'sending' ? undefined : open}
        >
          {words('checkOut.open')}
        </button>
      ) : (
        <p className="note">{words('checkOut.notYet')}</p>
      )}
      {typeof state === 'object' && <p role="alert">{state.refused}</p>}
    </>
  );
}

function Results({ k, results: { energy, said, tooGood } }: { readonly k: number; readonly results: CheckOutResults }) {
  const { say } = useReader();
  const words = useCheckOutWords();
  return (
    <>
      <dl className="facts">
        <dt>{words('checkOut.energy')}</dt>
        <dd>
          <ItemBar item={energy} k={k} />
        </dd>
        <dt>{words('checkOut.said')}</dt>
        <dd className={'hidden' in said ? 'hidden' : undefined}>
          {'hidden' in said ? <Hidden reason={say('hidden.reason', { k })} /> : words('checkOut.counts', { ...said })}
        </dd>
      </dl>
      {tooGood && <p className="note">{words('checkOut.tooGood')}</p>}
    </>
  );
}
