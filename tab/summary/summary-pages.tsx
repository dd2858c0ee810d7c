import { useCallback, useEffect, useMemo, useRef } from 'react';
import { summary as shape, type Summary } from '../../bot/contracts/summary-api.ts';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { useTitle } from '../pair/use-title.ts';
import { type Reader, readerIn, ReaderContext } from '../reader.ts';
import type { SummaryProps } from '../summary-door.tsx';
import { useCaller } from '../use-caller.ts';
import { usePage } from '../use-page.ts';
import { OnePage } from './one-page.tsx';
import { partsOf } from './parts.ts';
import { PlanPicture } from './plan-picture.tsx';
import { fetchSummary } from './summary-api.ts';
import { summaryWordsIn } from './summary-words.ts';
import { TakePage } from './take-page.tsx';
import './summary.css';

/** More letters than a page of paper takes in the usual size. */
const most = 1_000;
const isMuch = (reader: Reader, summary: Summary): boolean => {
  const { outcomes, tests, kept } = partsOf(reader, summary);
  const texts = [outcomes, tests, kept].flatMap(({ lines }) => lines.map(({ text }) => text));
  return [summary.purpose, ...texts].join('').length > most;
};

/** The one-page summary, or the plan as a picture: two ways to print what the same answer holds. */
export function SummaryPages({ host, channel, as }: SummaryProps) {
  const caller = useCaller(host);
  const load = useCallback(() => fetchSummary(caller, channel), [caller, channel]);
  const { page: summary, failure, busy, load: again } = usePage(load, shape);
  const zone = summary?.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  const words = summaryWordsIn(host.language);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = summary !== null;
  useTitle(words(`${as}.title`));
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, [shown, as]);
  if (summary === null) return failure ? <Trouble failure={failure} host={host} retry={again} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <main className={`page made ${as === 'summary' ? 'upright' : 'lying'}`} data-much={isMuch(reader, summary) || undefined}>
        <header className="purpose">
          <div className="aside">
            <BackLink />
            <TakePage caller={caller} channel={channel} page={as === 'summary' ? 'summary' : 'plan picture'} summary={summary} />
          </div>
          <p className="eyebrow">{words(`${as}.title`)}</p>
          <h1 ref={title} tabIndex={-1}>
            {summary.purpose}
          </h1>
          <p className="quiet">{summary.organisations.join(' · ')}</p>
        </header>
        {as === 'summary' ? <OnePage summary={summary} /> : <PlanPicture summary={summary} />}
      </main>
    </ReaderContext>
  );
}
