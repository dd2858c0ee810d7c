import { useEffect, useState } from 'react';
import { type How, mayShare, share } from './stage.ts';

/** Only where Teams lets this page share itself: in the side panel of a meeting. */
export function ShareToMeeting({
  words,
  channel,
  place,
  how,
}: {
  readonly words: { readonly share: string; readonly shared: string; readonly notShared: string };
  readonly channel: string;
  readonly place: string;
  readonly how: How;
}) {
  const [may, setMay] = useState(false);
  const [outcome, setOutcome] = useState<'sharing' | 'shared' | 'not shared'>();
  useEffect(() => {
    void mayShare(how).then(setMay);
  }, [how]);
  if (!may) return null;
  const press = async (): Promise<void> => {
    if (outcome === 'sharing') return;
    setOutcome('sharing');
    setOutcome((await share(channel, place, how)) ? 'shared' : 'not shared');
  };
  return (
    <>
      <button type="button" className="button" aria-disabled={outcome === 'sharing'} onClick={() => void press()}>
        {words.share}
      </button>
      {outcome !== undefined && (
        <p className="outcome" role="status">
          {outcome === 'shared' && words.shared}
          {outcome === 'not shared' && words.notShared}
        </p>
      )}
    </>
  );
}
