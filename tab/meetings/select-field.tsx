import type { ReactNode } from 'react';

/** One of a few, in the browser's own list. */
export function SelectField({
  label,
  value,
  choose,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  /** Its options. */
  readonly children: ReactNode;
}) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          choose(target.value);
        }}
      >
        {children}
      </select>
    </label>
  );
}
