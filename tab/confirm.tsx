import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A button that asks once more before it does what cannot be taken back by a second press. */
export function Confirm({
  label,
  question,
  yes,
  no,
  deed,
  busy,
  primary = false,
}: {
  readonly label: string;
  readonly question: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly deed: () => void;
  readonly busy: boolean;
  readonly primary?: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (asking) sure.current?.focus();
    else if (back.current) first.current?.focus();
    back.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button
        type="button"
        className={primary ? 'button' : 'plain'}
        ref={first}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) setAsking(true);
        }}
      >
        {label}
      </button>
    );
  return (
    <div className="note confirm" role="group" aria-label={label}>
      <p id="confirm-question">{question}</p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          ref={sure}
          aria-describedby="confirm-question"
          onClick={() => {
            setAsking(false);
            deed();
          }}
        >
          {yes}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            setAsking(false);
          }}
        >
          {no}
        </button>
      </div>
    </div>
  );
}
