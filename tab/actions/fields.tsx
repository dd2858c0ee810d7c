import { type ReactNode, useId } from 'react';
import { useActionsWords } from './actions-words.ts';

/** Characters of one text; the server refuses more. */
const longest = 400;

export function TextField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const words = useActionsWords();
  const id = useId();
  const { length } = value.trim();
  return (
    <label>
      {label}
      <textarea
        rows={2}
        value={value}
        aria-describedby={id}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
      <span className="wrong" id={id} aria-live="polite">
        {length > longest && words('new.tooLong', { most: longest, length })}
      </span>
    </label>
  );
}

/** The browser's own date field; `first`: the earliest it offers. */
export function DateField({
  label,
  value,
  first,
  last,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly first: string;
  readonly last?: string;
  readonly change: (value: string) => void;
}) {
  return (
    <label className="short">
      {label}
      <input
        type="date"
        value={value}
        min={first}
        max={last}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
    </label>
  );
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({
  label,
  chosen,
  choices,
  choose,
}: {
  readonly label: string;
  readonly chosen: Value | '';
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly about?: ReactNode }[];
  readonly choose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map(({ value, name, about }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={id}
            checked={chosen === value}
            onChange={() => {
              choose(value);
            }}
          />
          <span>
            {name}
            {about !== undefined && <span className="quiet about"> {about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
