import { useEffect, useState } from 'react';
import { mayShare, share } from './stage.ts';

/** Only where Teams lets this page share itself: in the side panel of a meeting. */
export function ShareToMeeting({
  words,
  ...what
}: {
  readonly words: { readonly share: string; readonly shared: string; readonly notShared: string };
  readonly channel: string;
  readonly place: string;
  readonly how: Parameters<typeof share>[2];
}) {
  const [may, setMay] = useState(false);
  const [outcome, setOutcome] = useState<'shared' | 'not shared'>();
  useEffect(() => {
    void mayShare().then(setMay);
  }, []);
  if (!may) return null;
  const press = async (): Promise<void> => {
    setOutcome((await share(what.channel, what.place, what.how)) ? 'shared' : 'not shared');
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void press()}>
        {words.share}
      </button>
      {outcome !== undefined && (
        <p className="outcome" role="status">
          {outcome === 'shared' ? words.shared : words.notShared}
        </p>
      )}
    </>
  );
}
