import { type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { sentenceOf } from '../failure.ts';
import type { Form } from '../manage/use-form.ts';
import { usePairWords } from '../pair/pair-words.ts';
import { useReader } from '../reader.ts';
import { fields, Texts } from './about-texts.tsx';
import type { AboutTexts } from './use-about.ts';

/** The three texts in a form; `stored`: as they stand now. What was typed is kept until it is stored, or thrown away on purpose. */
export function AboutForm({
  form,
  stored,
  longest,
  cancel,
}: {
  readonly form: Form<AboutTexts>;
  readonly stored: AboutTexts;
  readonly longest: number;
  readonly cancel: () => void;
}) {
  const { say } = useReader();
  const words = usePairWords();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { value, edit, failure, behind, busy, save, forget } = form;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form onSubmit={submit} noValidate>
      {fields.map((field) => (
        <label key={field}>
          {words(`who.${field}`)}
          <span className="quiet" id={`${id}-${field}`}>
            {words(`who.hint.${field}`)}
          </span>
          <textarea
            ref={field === 'does' ? first : undefined}
            rows={3}
            value={value[field]}
            aria-describedby={`${id}-${field}-long`}
            onChange={({ target }) => {
              edit({ ...value, [field]: target.value });
            }}
          />
          <span className="wrong" id={`${id}-${field}-long`} aria-live="polite">
            {value[field].trim().length > longest && words('who.tooLong', { most: longest, length: value[field].trim().length })}
          </span>
        </label>
      ))}
      <p className="quiet">{words('who.patients', { most: longest })}</p>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      {behind && (
        <div className="note behind">
          <p>{words('who.behind')}</p>
          <Texts of={stored} />
          <p>
            <button type="button" className="plain" onClick={forget}>
              {words('who.take')}
            </button>
          </p>
        </div>
      )}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {words('who.save')}
        </button>
        <button type="button" className="plain" onClick={cancel}>
          {words('who.cancel')}
        </button>
        <span role="status">{busy && words('who.busy')}</span>
      </div>
    </form>
  );
}
