import { type RefObject, useEffect, useRef } from 'react';
import { useManageWords } from './manage-words.ts';
import { TooLong } from './too-long.tsx';

/** One without an id is new. */
export interface WrittenOutcome {
  readonly id?: number | undefined;
  readonly text: string;
}

interface Props {
  readonly outcomes: readonly WrittenOutcome[];
  readonly most: number;
  readonly longest: number;
  readonly add: RefObject<HTMLButtonElement | null>;
  readonly change: (outcomes: readonly WrittenOutcome[]) => void;
}

/** One field an outcome, in the order in which they are shown. */
export function OutcomeFields({ outcomes, most, longest, add, change }: Props) {
  const words = useManageWords();
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
  }, [outcomes.length]);
  return (
    <fieldset>
      <legend>{words('outcomes.title')}</legend>
      <p className="quiet">{words('outcomes.what', { most })}</p>
      <ol className="outcomes" ref={list}>
        {outcomes.map(({ id, text }, place) => {
          const number = place + 1;
          return (
            <li key={place}>
              <input
                type="text"
                value={text}
                aria-label={words('outcomes.label', { number })}
                aria-describedby={`outcome-long-${number}`}
                onChange={({ target }) => {
                  change(outcomes.with(place, { id, text: target.value }));
                }}
              />
              <button
                type="button"
                className="plain"
                aria-label={words('outcomes.remove.of', { number })}
                onClick={() => {
                  change(outcomes.filter((_, other) => other !== place));
                  add.current?.focus();
                }}
              >
                {words('outcomes.remove')}
              </button>
              <TooLong text={text} most={longest} id={`outcome-long-${number}`} />
            </li>
          );
        })}
      </ol>
      <p>
        <button
          type="button"
          className="plain"
          ref={add}
          aria-disabled={outcomes.length >= most}
          onClick={() => {
            if (outcomes.length >= most) return;
            added.current = true;
            change([...outcomes, { text: '' }]);
          }}
        >
          {words('outcomes.add')}
        </button>
      </p>
    </fieldset>
  );
}
