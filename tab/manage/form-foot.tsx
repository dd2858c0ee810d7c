import type { ReactNode } from 'react';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useManageWords } from './manage-words.ts';
import type { Form } from './use-form.ts';

/** Under every form: what went wrong, what somebody else stored meanwhile, the button, and that it is done. */
export function FormFoot<Value>({
  form,
  label,
  children,
  more,
}: {
  readonly form: Form<Value>;
  readonly label: string;
  /** What is stored now, shown where it is not what the form began with. */
  readonly children?: ReactNode;
  /** Further buttons. */
  readonly more?: ReactNode;
}) {
  const { say } = useReader();
  const words = useManageWords();
  const { failure, behind, busy, saved, forget } = form;
  return (
    <>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      {behind && (
        <div className="note behind">
          <p>{words('form.behind')}</p>
          {children}
          <p>
            <button type="button" className="plain" onClick={forget}>
              {words('form.take')}
            </button>
          </p>
        </div>
      )}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {label}
        </button>
        {more}
        <span role="status">{busy ? <span className="late">{words('form.busy')}</span> : saved && words('form.saved')}</span>
      </div>
    </>
  );
}
