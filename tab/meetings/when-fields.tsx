import { useMeetingsWords } from './meetings-words.ts';

/** A day and a time of the collaboration's clocks. */
export function WhenFields({
  date,
  starts,
  first,
  last,
  label,
  change,
}: {
  readonly date: string;
  readonly starts: string;
  readonly first: string;
  readonly last: string;
  /** Of the day. */
  readonly label: string;
  readonly change: (when: { readonly date: string; readonly starts: string }) => void;
}) {
  const words = useMeetingsWords();
  return (
    <div className="fields">
      <label>
        {label}
        <input
          type="date"
          value={date}
          min={first}
          max={last}
          onChange={({ target }) => {
            change({ date: target.value, starts });
          }}
        />
      </label>
      <label>
        {words('field.starts')}
        <input
          type="time"
          value={starts}
          onChange={({ target }) => {
            change({ date, starts: target.value });
          }}
        />
      </label>
    </div>
  );
}

/** A browser gives an empty text where a field is not filled in. */
export const isWhole = ({ date, starts }: { readonly date: string; readonly starts: string }): boolean =>
  date !== '' && starts !== '';
