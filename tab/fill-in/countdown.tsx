import { useEffect, useState } from 'react';
import { useManageWords } from '../manage/manage-words.ts';

const second = 1_000;
/** What is further away is for the date to tell. */
const longest = 60 * 60 * second;

/** Minutes and seconds, as clocks show them. */
export const clockOf = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / second));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** How long the round is still open, to be read across a room. Read aloud once a minute, not once a second. @param ahead by how much the server's clock is, in milliseconds @param passed when the time is over */
export function Countdown({
  until,
  ahead,
  passed,
}: {
  readonly until: string;
  readonly ahead: number;
  readonly passed: () => void;
}) {
  const words = useManageWords();
  const end = Date.parse(until);
  const [now, setNow] = useState(() => Date.now());
  const left = end - now - ahead;
  const over = left <= 0;
  useEffect(() => {
    if (over) {
      passed();
      return;
    }
    const timer = setInterval(() => {
      setNow(Date.now());
    }, second);
    return () => {
      clearInterval(timer);
    };
  }, [over, passed]);
  if (left > longest) return null;
  const minutes = Math.ceil(left / (60 * second));
  return (
    <>
      <p className="countdown" aria-hidden="true">
        {clockOf(left)}
      </p>
      <p className="heard" role="timer" aria-live="polite">
        {over ? words('fillIn.over') : words('fillIn.left', { count: minutes })}
      </p>
    </>
  );
}
