import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { type AgendaStep, agendaSteps } from '../../bot/contracts/agenda-steps.ts';
import type { Host } from '../host.ts';
import { BackLink } from '../notice.tsx';
import { useTitle } from '../pair/use-title.ts';
import { meetingPlace } from '../place.ts';
import { type Reader, useReader } from '../reader.ts';
import { ShareDoor } from '../share-door.tsx';
import { AgreedStep } from './agreed-step.tsx';
import { CheckOutStep } from './check-out-step.tsx';
import { FocusStep } from './focus-step.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { NextStep } from './next-step.tsx';
import { RecapStep } from './recap-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { Turning } from './turning.tsx';
import type { Meeting } from './use-agenda.ts';

const steps: Readonly<Record<AgendaStep, ComponentType<{ readonly meeting: Meeting; readonly host: Host }>>> = {
  recap: RecapStep,
  actions: ReviewStep,
  'focus areas': FocusStep,
  agreed: AgreedStep,
  'check-out': CheckOutStep,
  'next date': NextStep,
};

/** `looked`: the step somebody looks at on their own; without one, the page is where the meeting is. */
export function MeetingView({
  meeting,
  host,
  looked,
  stale,
}: {
  readonly meeting: Meeting;
  readonly host: Host;
  readonly looked: AgendaStep | undefined;
  readonly stale: ReactNode;
}) {
  const words = useMeetingWords();
  const reader = useReader();
  const { page } = meeting;
  const step = looked ?? page.step;
  const name = words(`step.${step}`);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(name);
  useEffect(() => {
    scrollTo(0, 0);
    // Who is writing goes on writing; everybody else hears where the meeting is.
    if (!document.activeElement?.matches('input, textarea, select')) heading.current?.focus();
  }, [step]);
  const Step = steps[step];
  return (
    <main className="page manage actions meeting">
      <header className="purpose">
        <p className="aside">
          <BackLink />
          <span>{words('head', { date: reader.date(page.date), time: page.starts })}</span>
          {page.over && <span className="tag">{words('head.over')}</span>}
          {page.started !== null && <span>{words('head.started', { at: startedIn(page.date, page.started, reader) })}</span>}
          <ShareDoor
            place={meetingPlace(page.number)}
            label={words('head', { date: reader.date(page.date), time: page.starts })}
          />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          <span className="heard">
            {words('steps.heard', { number: agendaSteps.indexOf(step) + 1, count: agendaSteps.length, step: '' })}
          </span>{' '}
          {name}
        </h1>
        <StepList page={page} step={step} />
      </header>
      {stale}
      {looked !== undefined && looked !== page.step && (
        <p className="note">
          {words('head.alone')} {words('head.room', { step: words(`step.${page.step}`) })}{' '}
          <a className="link" href={`#${meetingPlace(page.number)}`}>
            {words('head.follow')}
          </a>
        </p>
      )}
      <Step meeting={meeting} host={host} />
      <Turning meeting={meeting} step={step} />
    </main>
  );
}

/** On the day of the meeting the hour is enough. */
const startedIn = (date: string, started: string, reader: Reader): string =>
  reader.day(started) === reader.date(date) ? reader.time(started) : `${reader.day(started)}, ${reader.time(started)}`;

function StepList({ page, step }: { readonly page: Meeting['page']; readonly step: AgendaStep }) {
  const words = useMeetingWords();
  return (
    <nav aria-label={words('steps')}>
      <ol className="steps">
        {agendaSteps.map((one) => (
          <li key={one} data-room={one === page.step || undefined}>
            <a
              className="link"
              href={`#${meetingPlace(page.number, one === page.step ? undefined : one)}`}
              aria-current={one === step ? 'step' : undefined}
            >
              {words(`step.${one}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
