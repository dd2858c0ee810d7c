import { type SyntheticEvent, useId, useState } from 'react';
import type { SilentPage } from '../../bot/contracts/silent-api.ts';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { useDeed } from '../use-deed.ts';
import type { Draft } from '../use-draft.ts';
import type { ChangeSilent } from './use-silent.ts';

/** Characters of one text; the server refuses more. */
const longest = 280;

interface Props {
  readonly page: Extract<SilentPage, { is: 'writing' }>;
  readonly change: ChangeSilent;
  /** What is typed and the server has not; null: nothing. */
  readonly draft: Draft<string | null>;
}

/** One's own text, which can be changed and taken back until all are shown; kept only where its writer confirms who will read it. */
export function OwnText({ page: { question, own }, change, draft }: Props) {
  const words = useMeetingWords();
  const deed = useDeed();
  const [confirmed, setConfirmed] = useState(false);
  const [missing, setMissing] = useState(false);
  const id = useId();
  const text = draft.value ?? own ?? '';
  const isKept = own !== null && (draft.value === null || draft.value === own);
  const { length } = text.trim();
  const settle = () => {
    draft.done();
    setConfirmed(false);
  };
  const keep = async (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(!confirmed);
    if (!confirmed) return;
    if (await deed.run(() => change({ is: 'write', text, confirmed: true }))) settle();
  };
  const takeBack = async () => {
    if (await deed.run(() => change({ is: 'take back' }))) settle();
  };
  return (
    <form noValidate onSubmit={(event) => void keep(event)}>
      <label>
        {words('silent.own')}
        <span className="heard">{words(`silent.question.${question}`)}</span>
        <textarea
          rows={3}
          value={text}
          aria-describedby={`${id}-length`}
          aria-invalid={length > longest}
          onChange={({ target }) => {
            draft.edit(target.value);
          }}
        />
        <span className={length > longest ? 'wrong' : 'quiet'} id={`${id}-length`}>
          {words('silent.length', { length, most: longest })}
        </span>
      </label>
      {!isKept && (
        <label className="choice">
          <input
            type="checkbox"
            checked={confirmed}
            onChange={({ target }) => {
              setConfirmed(target.checked);
              setMissing(false);
            }}
          />
          <span>{words('silent.confirm')}</span>
        </label>
      )}
      <p role="status">{isKept ? words('silent.kept') : own !== null && words('silent.changed')}</p>
      <div className="buttons">
        {!isKept && (
          <button type="submit" className="button" aria-disabled={deed.busy}>
            {words('silent.keep')}
          </button>
        )}
        {own !== null && (
          <button type="button" className="plain" aria-disabled={deed.busy} onClick={() => void takeBack()}>
            {words('silent.back')}
          </button>
        )}
        {missing && <p role="alert">{words('silent.confirm.first')}</p>}
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}
