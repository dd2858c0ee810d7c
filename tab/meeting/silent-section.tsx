import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { ChosenArea } from '../../bot/contracts/agenda-api.ts';
import { silentQuestions } from '../../bot/contracts/silent-api.ts';
import { sentenceOf } from '../failure.ts';
import { Loading } from '../notice.tsx';
import { useReader } from '../reader.ts';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { ShownTexts } from './shown-texts.tsx';
import { sendSilent } from './silent-api.ts';
import { SilentWriting } from './silent-writing.tsx';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';
import { useSilent } from './use-silent.ts';

/** Each writes on their own before anybody sees: opened by who leads the meeting, written by everybody, shown all at once. */
export function SilentSection({ area, meeting }: { readonly area: ChosenArea; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const title = useRef<HTMLHeadingElement>(null);
  const [opened, setOpened] = useState(false);
  const { mayLead, over } = meeting.page;
  const isOpen = area.silent !== null || opened;
  useEffect(() => {
    if (opened) title.current?.focus();
  }, [opened]);
  if (!isOpen && (!mayLead || over)) return null;
  return (
    <section className="silent" aria-labelledby={`silent-${area.id} area-${area.id}`}>
      <h4 id={`silent-${area.id}`} ref={title} tabIndex={-1}>
        {words('silent.title')}
      </h4>
      {isOpen ? (
        <Opened area={area.id} meeting={meeting} title={title} />
      ) : (
        <OpenIt
          area={area.id}
          meeting={meeting}
          opened={() => {
            setOpened(true);
          }}
        />
      )}
    </section>
  );
}

interface Props {
  readonly area: number;
  readonly meeting: Meeting;
}

function Opened({ area, meeting, title }: Props & { readonly title: RefObject<HTMLHeadingElement | null> }) {
  const { say } = useReader();
  const { page, failure, change } = useSilent(meeting.at, area);
  // Here, so that it outlives the form: all may be shown while somebody types.
  const draft = useDraft(draftKey(meeting.at, `silent ${area}`), z.string().nullable(), null);
  const said = failure && <p role="alert">{sentenceOf(failure, say)}</p>;
  if (!page) return said ?? <Loading />;
  return (
    <>
      {said}
      {page.is === 'writing' && (
        <SilentWriting
          meeting={meeting}
          page={page}
          change={change}
          draft={draft}
          shown={() => {
            title.current?.focus();
          }}
        />
      )}
      {page.is === 'shown' && <ShownTexts meeting={meeting} page={page} draft={draft} />}
    </>
  );
}

/** What is asked, by who leads the meeting. */
function OpenIt({ area, meeting: { page, at }, opened }: Props & { readonly opened: () => void }) {
  const words = useMeetingWords();
  const { date } = useReader();
  const deed = useDeed();
  const [question, setQuestion] = useState<(typeof silentQuestions)[number]>('help here');
  if (page.today < page.date) return <p className="quiet">{words('silent.ahead', { date: date(page.date) })}</p>;
  const open = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (await deed.run(() => sendSilent(at, area, { is: 'open', question }))) opened();
  };
  return (
    <form noValidate onSubmit={(event) => void open(event)}>
      <p className="quiet">{words('silent.about')}</p>
      <label className="short">
        {words('silent.ask')}
        <select
          value={question}
          onChange={({ target }) => {
            setQuestion(silentQuestions.find((one) => one === target.value) ?? 'help here');
          }}
        >
          {silentQuestions.map((one) => (
            <option key={one} value={one}>
              {words(`silent.question.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="buttons">
        <button type="submit" className="plain" aria-disabled={deed.busy}>
          {words('silent.open')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}
