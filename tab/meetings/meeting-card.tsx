import type { MeetingShown } from '../../bot/contracts/meetings-api.ts';
import { DecisionEditor } from '../decisions/decision-editor.tsx';
import { minutesLink } from '../minutes-door.tsx';
import { sendDecision } from './meetings-api.ts';
import { MeetingTools } from './meeting-tools.tsx';
import { useMeetingsWords } from './meetings-words.ts';
import { PlanList } from './plan-list.tsx';
import type { OnMeetings } from './use-meetings.ts';
import { useWhen } from './when.ts';

/** One meeting: when, what happens until then, or who came and what was decided. `open`: its plan is in sight. */
export function MeetingCard({
  meeting,
  on,
  open = false,
}: {
  readonly meeting: MeetingShown;
  readonly on: OnMeetings;
  readonly open?: boolean;
}) {
  const words = useMeetingsWords();
  const { date, starts, state, due, plan, survey, asked, obstacle, decisions, number } = meeting;
  const when = useWhen(on.page.zone).at(date, starts);
  const hasBeen = state === 'held' || (state === 'planned' && due);
  return (
    <article className="meeting" aria-label={when}>
      <p className="when">
        <strong>{when}</strong>
        {state === 'called off' && <span className="tag">{words('state.called off')}</span>}
        {state === 'planned' && due && <span className="tag">{words('state.due')}</span>}
        {state === 'planned' && !due && <Survey of={meeting} />}
      </p>
      {obstacle && (
        <p className="note">{words(obstacle.happened ? 'survey.notOpened' : 'survey.obstacle', { why: obstacle.sentence })}</p>
      )}
      {asked !== null && survey !== null && <p className="note">{words('survey.asked', { round: asked })}</p>}
      {plan.length > 0 &&
        (open ? (
          <PlanList plan={plan} page={on.page} />
        ) : (
          <details>
            <summary>{words('plan.until')}</summary>
            <PlanList plan={plan} page={on.page} />
          </details>
        ))}
      {hasBeen && <Attended of={meeting.attended} />}
      {(hasBeen || decisions.length > 0) && <Decisions key={number} meeting={meeting} on={on} />}
      {state === 'held' && (
        <p>
          <a className="link" href={minutesLink(number)}>
            {words('minutes.open')}
          </a>
        </p>
      )}
      {on.page.mayChange && <MeetingTools meeting={meeting} on={on} when={when} />}
    </article>
  );
}

function Decisions({ meeting: { decisions, number, state }, on }: { readonly meeting: MeetingShown; readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const { limits, mayChange } = on.page;
  return (
    <>
      <h3>{words('decisions.title')}</h3>
      <DecisionEditor
        of={{
          ...{ decisions, limits, at: { channel: on.at.channel, meeting: number } },
          send: (change) => on.send((at) => sendDecision(at, number, change)),
        }}
        mayChange={mayChange && state !== 'called off'}
        folded
      />
    </>
  );
}

function Survey({ of: { survey, round, asked, obstacle } }: { readonly of: MeetingShown }) {
  const words = useMeetingsWords();
  const number = round ?? asked;
  if (number !== null) return <span className="tag">{words('survey.round', { round: number })}</span>;
  return <span className="tag">{words(survey === null || obstacle?.happened ? 'survey.none' : 'survey.with')}</span>;
}

function Attended({ of: attended }: { readonly of: MeetingShown['attended'] }) {
  const words = useMeetingsWords();
  if (attended === null) return <p className="quiet">{words('attended.nobody')}</p>;
  const { present, parts } = attended;
  const { new: fresh = 0, alsoAtPrevious = null, backAfterAbsence = null } = parts ?? {};
  return (
    <p>
      {words('attended.present', { count: present })}
      {parts && ` ${words('attended.new', { count: fresh })}`}
      {alsoAtPrevious !== null && ` ${words('attended.also', { count: alsoAtPrevious })}`}
      {backAfterAbsence !== null && ` ${words('attended.back', { count: backAfterAbsence })}`}
    </p>
  );
}
