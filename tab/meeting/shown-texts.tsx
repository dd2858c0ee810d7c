import type { SilentPage } from '../../bot/contracts/silent-api.ts';
import { nameIn } from '../actions/said.ts';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import type { Draft } from '../use-draft.ts';

interface Props {
  readonly meeting: Meeting;
  readonly page: Extract<SilentPage, { is: 'shown' }>;
  readonly draft: Draft<string | null>;
}

/** Everything that was written, large, shuffled and without names, and who speaks when. */
export function ShownTexts({ meeting, page: { question, k, texts, turns }, draft }: Props) {
  const words = useMeetingWords();
  return (
    <>
      <p className="asked">{words(`silent.question.${question}`)}</p>
      <p role="status">{texts.length === 0 ? words('silent.none', { k }) : words('silent.shown', { number: texts.length })}</p>
      {texts.length > 0 && (
        <ul className="texts">
          {texts.map((text, at) => (
            <li key={at}>{text}</li>
          ))}
        </ul>
      )}
      <Late draft={draft} />
      {turns.length > 0 && <Turns turns={turns} organisations={meeting.page.organisations} />}
    </>
  );
}

function Turns({ turns, organisations }: Pick<Props['page'], 'turns'> & Pick<Meeting['page'], 'organisations'>) {
  const words = useMeetingWords();
  return (
    <div className="inset">
      <p>
        <strong>{words('silent.turns')}</strong> <span className="quiet">{words('silent.turns.about')}</span>
      </p>
      <ol className="turns">
        {turns.map((turn, at) => (
          <li key={at}>{turn.map((id) => nameIn(organisations, id)).join(', ')}</li>
        ))}
      </ol>
    </div>
  );
}

/** Typed and not kept when all were shown: nobody has it but this browser. Closed at first: this page may stand on the projector. */
function Late({ draft: { value, done } }: Pick<Props, 'draft'>) {
  const words = useMeetingWords();
  if (value === null || value.trim() === '') return null;
  return (
    <details className="note">
      <summary>{words('silent.late')}</summary>
      <p className="typed">{value}</p>
      <button type="button" className="plain" onClick={done}>
        {words('silent.late.forget')}
      </button>
    </details>
  );
}
