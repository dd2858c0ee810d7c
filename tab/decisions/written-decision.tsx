import { type SyntheticEvent, useEffect, useRef } from 'react';
import { z } from 'zod';
import { Confirm } from '../confirm.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';
import type { Decided, Decision } from './decision-editor.tsx';
import { DecisionField } from './decision-field.tsx';
import { useDecisionsWords } from './decisions-words.ts';

/** `was`: as it stood when somebody began to mend it. Null: nobody does. */
const shape = z.strictObject({ text: z.string(), was: z.string() }).nullable();

/** One that is written down; mended where it stands. What somebody else has made of it meanwhile is shown before it can be overwritten. */
export function WrittenDecision({
  decision: { id, text },
  of: { at, limits, send },
}: {
  readonly decision: Decision;
  readonly of: Decided;
}) {
  const words = useDecisionsWords();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, `decision ${id}`), shape, null);
  const typed = draft.value;
  const changing = typed !== null;
  const pencil = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLFormElement>(null);
  const before = useRef(changing);
  useEffect(() => {
    // Not for what was typed before the page was loaded: the focus is the reader's.
    if (changing && !before.current) field.current?.querySelector('textarea')?.focus();
    if (!changing && before.current) pencil.current?.focus();
    before.current = changing;
  }, [changing]);
  if (typed !== null) {
    const save = async (event: SyntheticEvent) => {
      event.preventDefault();
      if (await deed.run(() => send({ is: 'change', id, text: typed.text, was: text }))) draft.done();
    };
    return (
      <form noValidate ref={field} onSubmit={(event) => void save(event)}>
        <DecisionField
          value={typed.text}
          most={limits.decision}
          change={(next) => {
            draft.edit({ ...typed, text: next });
          }}
        />
        {typed.was !== text && (
          <p className="note" role="status">
            {words('behind', { text })}
          </p>
        )}
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={deed.busy}>
            {words('save')}
          </button>
          <button type="button" className="plain" onClick={draft.done}>
            {words('cancel')}
          </button>
          <DeedSaid deed={deed} />
        </div>
      </form>
    );
  }
  return (
    <div className="line">
      <span>{text}</span>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          ref={pencil}
          aria-label={words('change.heard', { text })}
          onClick={() => {
            draft.edit({ text, was: text });
          }}
        >
          {words('change')}
        </button>
        <Confirm
          label={words('drop')}
          question={words('drop.ask', { text })}
          yes={words('drop.yes')}
          no={words('drop.no')}
          busy={deed.busy}
          deed={() => void deed.run(() => send({ is: 'drop', id, was: text }))}
        />
        <DeedSaid deed={deed} />
      </div>
    </div>
  );
}
