import { useId } from 'react';
import { TooLong } from '../manage/too-long.tsx';
import { useDecisionsWords } from './decisions-words.ts';

export function DecisionField({
  value,
  most,
  change,
}: {
  readonly value: string;
  /** Characters; the server refuses more. */
  readonly most: number;
  readonly change: (value: string) => void;
}) {
  const words = useDecisionsWords();
  const id = useId();
  return (
    <label>
      {words('new')}
      <textarea
        rows={2}
        value={value}
        aria-describedby={id}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
      <span className="quiet">{words('hint')}</span>
      <TooLong text={value} most={most} id={id} />
    </label>
  );
}
