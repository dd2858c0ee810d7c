import { useMemo } from 'react';
import type { MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { readerIn, useReader } from '../reader.ts';
import { useMeWords } from './me-words.ts';
import { TeamsLink } from './teams-link.tsx';

type One = MyCollaborations['collaborations'][number];
interface Part {
  readonly one: One;
  /** Id of the heading. */
  readonly about: string;
  readonly open: (link: string) => void;
}

/** One collaboration of the reader's. Each part says what is there, and links only where something is. */
export function MyCollaboration({
  one,
  place,
  open,
}: {
  readonly one: One;
  readonly place: number;
  readonly open: Part['open'];
}) {
  const say = useMeWords();
  const { date } = useReader();
  const about = `mine-${place}`;
  const part = { one, about, open };
  return (
    <li>
      <article className="card" aria-labelledby={about}>
        <h2 id={about}>{one.purpose}</h2>
        <Place one={one} />
        <Survey {...part} />
        <MyActions {...part} />
        <p>{one.closed ? say('me.closed') : say('me.meeting', { date: date(one.nextMeeting) })}</p>
        <p className="ways">
          {one.results && (
            <TeamsLink
              link={one.results.open}
              words={say('me.results', { round: one.results.round })}
              about={about}
              open={open}
            />
          )}
          <TeamsLink link={one.open} words={say('me.open')} about={about} open={open} />
        </p>
      </article>
    </li>
  );
}

function Place({ one: { organisation, role, integrationManager } }: Pick<Part, 'one'>) {
  const say = useMeWords();
  return (
    <p className="quiet">
      {organisation === null || role === null ? say('me.place.none') : say(`me.place.${role}`, { organisation })}
      {integrationManager && ` ${say('me.manager')}`}
    </p>
  );
}

function Survey({ one: { survey, zone }, about, open }: Part) {
  const say = useMeWords();
  const { language } = useReader();
  const { moment } = useMemo(() => readerIn(language, zone), [language, zone]);
  if (survey === null) return <p>{say('me.survey.none')}</p>;
  const { round, closes, state, answer } = survey;
  return (
    <div className="survey" data-state={state}>
      <p>{say('me.survey', { round, closes: moment(closes) })}</p>
      <p>
        <strong>{say(`me.state.${state}`)}</strong>
      </p>
      {state !== 'not invited' && (
        <p>
          {answer === null ? (
            say('me.answer.none')
          ) : (
            <TeamsLink link={answer} words={say(`me.answer.${state}`)} about={about} open={open} />
          )}
        </p>
      )}
    </div>
  );
}

function MyActions({ one: { actions, moreActions }, about, open }: Part) {
  const say = useMeWords();
  const { date } = useReader();
  if (actions.length === 0) return <p>{say('me.actions.none')}</p>;
  return (
    <div className="actions">
      <h3>{say('me.actions', { count: actions.length + moreActions })}</h3>
      <ul>
        {actions.map(({ text, due, stuck, open: link }) => (
          <li key={link}>
            <TeamsLink link={link} words={text} about={about} open={open} />
            <span className="quiet">{say(stuck ? 'me.action.stuck' : 'me.action', { date: date(due) })}</span>
          </li>
        ))}
      </ul>
      {moreActions > 0 && <p className="quiet">{say('me.actions.more', { count: moreActions })}</p>}
    </div>
  );
}
