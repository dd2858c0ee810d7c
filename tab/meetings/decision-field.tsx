import { useEffect, useId, useRef } from 'react';
import { TooLong } from '../manage/too-long.tsx';
import { useMeetingsWords } from './meetings-words.ts';

/** `focused`: it takes the focus when it appears. */
export function DecisionField({
  label,
  value,
  most,
  change,
  focused = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly change: (value: string) => void;
  readonly focused?: boolean;
}) {
  const words = useMeetingsWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <label>
      {label}
      <textarea
        ref={field}
        rows={2}
        value={value}
        aria-describedby={id}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
      <span className="quiet">{words('form.patients')}</span>
      <TooLong text={value} most={most} id={id} />
    </label>
  );
}
