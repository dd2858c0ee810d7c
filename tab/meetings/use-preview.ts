import { useRef, useState } from 'react';
import type { MeetingPreview, NewMeeting } from '../../bot/contracts/meetings-api.ts';
import type { Failure } from '../failure.ts';
import { type AtMeetings, fetchPreview } from './meetings-api.ts';

export interface Preview {
  /** What a meeting at that time means, as it was shown last; null: that has not been asked. */
  readonly last: MeetingPreview | null;
  /** It is what exactly this wish means: only that may be planned. */
  readonly current: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** While one is asked another is not. */
  readonly ask: (wish: NewMeeting) => Promise<void>;
  readonly forget: () => void;
}

interface State {
  readonly of: NewMeeting | null;
  readonly answer: MeetingPreview | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}
const nothing: State = { of: null, answer: null, busy: false, failure: null };

/** What a new meeting would mean, as the server says. */
export function usePreview(at: AtMeetings, wish: NewMeeting): Preview {
  const [{ of, answer, busy, failure }, setState] = useState(nothing);
  const asking = useRef(false);
  const sameTime = of?.date === wish.date && of.starts === wish.starts;
  return {
    ...{ busy, failure, last: sameTime ? answer : null },
    current: JSON.stringify(of) === JSON.stringify(wish),
    ask: async (asked) => {
      if (asking.current) return;
      asking.current = true;
      setState((before) => ({ ...before, busy: true, failure: null }));
      const fetched = await fetchPreview(at, asked);
      asking.current = false;
      // What was refused leaves what was shown, so that it can be changed there.
      if ('failure' in fetched) setState((before) => ({ ...before, busy: false, failure: fetched.failure }));
      else setState({ of: asked, answer: fetched.value, busy: false, failure: null });
    },
    forget: () => {
      setState(nothing);
    },
  };
}
