import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { ActionChange, ActionPage } from '../../bot/contracts/actions-api.ts';
import type { AtActions } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { AskFields } from './ask-fields.tsx';
import { type Asked, type Saying, wishOf } from './saying.ts';

/** The few fields of one answer. It takes the focus when it opens; Escape closes it. */
export function AskForm({
  asked,
  page,
  at,
  saying,
  busy,
  edit,
  send,
  cancel,
}: {
  readonly asked: Asked;
  readonly page: ActionPage;
  readonly at: AtActions;
  readonly saying: Saying;
  readonly busy: boolean;
  readonly edit: (saying: Saying) => void;
  readonly send: (change: ActionChange['change']) => Promise<void>;
  readonly cancel: () => void;
}) {
  const words = useActionsWords();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const wish = wishOf(asked, saying, page);
    setMissing(wish === undefined);
    if (wish) void send(wish);
  };
  return (
    <form
      ref={form}
      className="inset"
      aria-label={words(`say.${asked}`)}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <AskFields
        {...{ asked, page, at, saying }}
        change={(part) => {
          edit({ ...saying, ...part });
        }}
      />
      {missing && <p role="alert">{words('ask.missing')}</p>}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {words(`do.${asked}`)}
        </button>
        <button type="button" className="plain" onClick={cancel}>
          {words('say.cancel')}
        </button>
      </div>
    </form>
  );
}
