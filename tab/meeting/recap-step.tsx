import { type ReactNode, useCallback } from 'react';
import { nameIn, useOwners } from '../actions/said.ts';
import { sentenceOf } from '../failure.ts';
import { FillInSection } from '../fill-in/fill-in-section.tsx';
import type { Host } from '../host.ts';
import { meetingsPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { PlanPicture } from '../summary/plan-picture.tsx';
import { fetchSummary } from '../summary/summary-api.ts';
import '../summary/summary.css';
import { useKept } from '../use-kept.ts';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';

/** What we are here for, the plan as a picture, what was decided last time, and who is here; nobody who is not here is named or counted. */
export function RecapStep({ meeting: { page, at }, host }: { readonly meeting: Meeting; readonly host: Host }) {
  const words = useMeetingWords();
  const { say } = useReader();
  const { caller, channel } = at;
  const { value: summary, failure, ask } = useKept(useCallback(() => fetchSummary(caller, channel), [caller, channel]));
  const { purpose, outcomes, lastTime } = page;
  return (
    <>
      <section className="card" aria-labelledby="purpose">
        <h2 id="purpose">{words('recap.purpose')}</h2>
        <p className="total">{purpose}</p>
        {summary === null && outcomes.length > 0 && (
          <>
            <h3>{words('recap.outcomes')}</h3>
            <ol className="plainly">
              {outcomes.map((outcome, place) => (
                <li key={place}>{outcome}</li>
              ))}
            </ol>
          </>
        )}
      </section>
      {summary && (
        <div className="made">
          <PlanPicture summary={summary} />
        </div>
      )}
      {failure && (
        <p className="card" role="alert">
          {words('recap.picture.none')} {sentenceOf(failure, say)}{' '}
          <button type="button" className="plain" onClick={ask}>
            {say('again')}
          </button>
        </p>
      )}
      <Plan page={page} />
      {!page.over && page.date === page.today && (
        <FillInSection host={host} caller={at.caller} channel={at.channel} mayLead={page.mayLead} />
      )}
      <div className="two">
        <section className="card" aria-labelledby="decided">
          <h2 id="decided">{words('recap.decided')}</h2>
          {lastTime === null ? (
            <p>{words('recap.plan.first')}</p>
          ) : lastTime.decisions.length === 0 ? (
            <p>{words('recap.decided.none')}</p>
          ) : (
            <ol className="plainly">
              {lastTime.decisions.map((text, place) => (
                <li key={place}>{text}</li>
              ))}
            </ol>
          )}
        </section>
        <Here page={page} />
      </div>
    </>
  );
}

/** The meetings around this one, in a row. */
function Plan({ page: { lastTime, date, today, next } }: Pick<Meeting, 'page'>) {
  const words = useMeetingWords();
  const reader = useReader();
  const one = (name: string, day: ReactNode, now = false) => (
    <li data-now={now || undefined} aria-current={now ? 'step' : undefined}>
      <span className="quiet">{name}</span>
      <strong>{day}</strong>
    </li>
  );
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">{words('recap.plan')}</h2>
      <ol className="plan">
        {lastTime && one(words('recap.plan.last'), reader.date(lastTime.date))}
        {one(words(date === today ? 'recap.plan.now' : 'recap.plan.this'), reader.date(date), true)}
        {one(words('recap.plan.next'), next === null ? words('recap.plan.none') : reader.date(next.date))}
      </ol>
    </section>
  );
}

function Here({ page: { here, newcomers, organisations, mayLead } }: Pick<Meeting, 'page'>) {
  const words = useMeetingWords();
  const named = useOwners(organisations);
  return (
    <section className="card" aria-labelledby="here">
      <h2 id="here">{words('recap.here')}</h2>
      {here === null ? (
        <p className="quiet">
          {words('recap.here.unknown')}{' '}
          {mayLead && (
            <a className="link" href={`#${meetingsPlace}`}>
              {words('recap.here.write')}
            </a>
          )}
        </p>
      ) : (
        <ul className="plainly">
          {here.map(({ organisation, count }) => (
            <li key={organisation}>{words('recap.here.count', { organisation: nameIn(organisations, organisation), count })}</li>
          ))}
        </ul>
      )}
      {newcomers !== null && (
        <>
          <h3>{words('recap.new')}</h3>
          {newcomers.length === 0 ? (
            <p>{words('recap.new.none')}</p>
          ) : (
            <ul className="plainly">
              {newcomers.map((person, place) => (
                <li key={place}>{named([person])}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
