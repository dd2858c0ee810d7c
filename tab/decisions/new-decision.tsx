import { type SyntheticEvent, useState } from 'react';
import { z } from 'zod';
import { DeedSaid } from '../deed-said.tsx';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';
import type { Decided } from './decision-editor.tsx';
import { DecisionField } from './decision-field.tsx';
import { useDecisionsWords } from './decisions-words.ts';

/** One more. What was typed before is there again, and in sight. */
export function NewDecision({ of: { at, limits, send }, folded }: { readonly of: Decided; readonly folded: boolean }) {
  const words = useDecisionsWords();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, 'decision'), z.string(), '');
  const [open] = useState(draft.value !== '');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const stored = await deed.run(() => send({ is: 'add', request: draft.request, text: draft.value }));
    if (stored) draft.done();
  };
  const form = (
    <form noValidate onSubmit={(event) => void add(event)}>
      <DecisionField value={draft.value} most={limits.decision} change={draft.edit} />
      <div className="buttons">
        <button type="submit" className={folded ? 'plain' : 'button'} aria-disabled={deed.busy}>
          {words('add')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
  if (!folded) return form;
  return (
    <details open={open}>
      <summary>{words('write')}</summary>
      {form}
    </details>
  );
}
