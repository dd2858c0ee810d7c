import type { SilentPage } from '../../bot/contracts/silent-api.ts';
import { Confirm } from '../confirm.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { OwnText } from './own-text.tsx';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import type { Draft } from '../use-draft.ts';
import type { ChangeSilent } from './use-silent.ts';

interface Props {
  readonly meeting: Meeting;
  readonly page: Extract<SilentPage, { is: 'writing' }>;
  readonly change: ChangeSilent;
  readonly draft: Draft<string | null>;
  /** The reader has shown all texts. */
  readonly shown: () => void;
}

/** While people write: the question, how many have, one's own text, and the end of it for who leads the meeting. */
export function SilentWriting({ meeting, page, change, draft, shown }: Props) {
  const words = useMeetingWords();
  const { mayLead, over } = meeting.page;
  const { question, k, written, mayWrite } = page;
  const own = <OwnText page={page} change={change} draft={draft} />;
  return (
    <>
      <p className="asked">{words(`silent.question.${question}`)}</p>
      <p className="total" role="status">
        {written === null ? words('silent.few', { k }) : words('silent.written', { number: written })}
      </p>
      <p className="quiet">{words('silent.rule', { k })}</p>
      {!mayWrite && !over && <p className="note">{words('silent.readers')}</p>}
      {mayWrite && !mayLead && own}
      {/* The page of who leads stands on the projector: what they write does not. */}
      {mayWrite && mayLead && (
        <details>
          <summary>{words('silent.leader')}</summary>
          {own}
        </details>
      )}
      {mayLead && !over && <ShowAll page={page} change={change} shown={shown} />}
    </>
  );
}

function ShowAll({ page: { k, written }, change, shown }: Pick<Props, 'page' | 'change' | 'shown'>) {
  const words = useMeetingWords();
  const deed = useDeed();
  const few = written === null;
  const show = async () => {
    if (await deed.run(() => change({ is: 'show', few }))) shown();
  };
  return (
    <div className="leave">
      <Confirm
        key={String(few)}
        label={words('silent.show')}
        question={few ? words('silent.show.few', { k }) : words('silent.show.ask')}
        yes={words(few ? 'silent.show.end' : 'silent.show.yes')}
        no={words('silent.show.no')}
        busy={deed.busy}
        deed={() => void show()}
      />
      <DeedSaid deed={deed} />
    </div>
  );
}
