import type { ReviewLine } from '../../bot/contracts/agenda-api.ts';
import { useOwners, useReason } from '../actions/said.ts';
import { useReader } from '../reader.ts';
import { actionPlace, actionsPlace } from '../place.ts';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';

const groups = ['done', 'stuck', 'late', 'due'] as const;

/** What has become of what was agreed, with what its owners said: about actions, never about who is behind. */
export function ReviewStep({ meeting: { page } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { review } = page;
  const isEmpty = groups.every((group) => review[group].length === 0) && review.later === 0;
  return (
    <>
      {isEmpty ? <p className="card">{words('review.none')}</p> : <Numbers review={review} />}
      {groups.map((group) => {
        const lines = review[group];
        if (lines.length === 0) return null;
        return (
          <section key={group} className="card group" data-group={group} aria-labelledby={`review-${group}`}>
            <h2 id={`review-${group}`}>{words(`review.${group}`, { count: lines.length })}</h2>
            {(group === 'stuck' || group === 'late') && <p className="quiet">{words(`review.${group}.about`)}</p>}
            <ul className="agreed">
              {lines.map((line) => (
                <Line key={line.id} line={line} group={group} organisations={page.organisations} />
              ))}
            </ul>
          </section>
        );
      })}
      <p>
        {review.later > 0 && `${words('review.later', { count: review.later })} `}
        <a className="link" href={`#${actionsPlace}`}>
          {words('review.board')}
        </a>
      </p>
    </>
  );
}

/** Completion, on time and carried over, of the cycle that ends today (method.md, rule 10). */
function Numbers({ review: { cycle } }: { readonly review: Meeting['page']['review'] }) {
  const words = useMeetingWords();
  const { share } = useReader();
  const { due, done, completion, onTime, carriedOver } = cycle;
  return (
    <section className="card">
      <p className="total">
        {completion === null ? words('review.cycle.none') : words('review.cycle', { due, count: done, share: share(completion) })}
      </p>
      {onTime !== null && (
        <p>
          {words('review.cycle.onTime', { share: share(onTime) })}{' '}
          {carriedOver > 0 && words('review.cycle.carried', { count: carriedOver })}
        </p>
      )}
    </section>
  );
}

function Line({
  line,
  group,
  organisations,
}: {
  readonly line: ReviewLine;
  readonly group: (typeof groups)[number];
  readonly organisations: Meeting['page']['organisations'];
}) {
  const words = useMeetingWords();
  const { date, day } = useReader();
  const owners = useOwners(organisations);
  const said = useUpdate();
  const { id, text, due, nextStep } = line;
  return (
    <li>
      <a className="link" href={`#${actionPlace(id)}`}>
        {text}
      </a>
      {nextStep !== null && <p>{nextStep}</p>}
      {line.said && <p className="update">{words('review.said', { what: said(line.said), day: day(line.said.at) })}</p>}
      {line.said?.said !== undefined && <p>{words('review.words', { said: line.said.said })}</p>}
      <p className="quiet facts">
        {line.owners.length > 0 && <span>{owners(line.owners)}</span>}
        {group !== 'done' && <span>{words(group === 'late' ? 'review.was.date' : 'review.due.date', { date: date(due) })}</span>}
      </p>
    </li>
  );
}

/** What an owner said last, in one line. */
function useUpdate(): (said: NonNullable<ReviewLine['said']>) => string {
  const words = useMeetingWords();
  const { date } = useReader();
  const reason = useReason();
  return ({ what, due, stuck, snoozed }) => {
    if (what === 'stuck' && stuck) return words('said.stuck', { because: reason(stuck) });
    if (what === 'more time' && due !== undefined) return words('said.more time', { date: date(due) });
    if (what === 'snoozed' && snoozed) return words('said.snoozed', { date: date(snoozed.until), because: snoozed.because });
    return words(what === 'done' || what === 'dropped' ? `said.${what}` : 'said.on track');
  };
}
