import { useEffect, useState } from 'react';
import type { DeckSay } from '../deck/deck-words.ts';
import { mayShare, share } from './stage.ts';

/** Only where Teams lets this page share itself: in the side panel of a meeting. */
export function ShareToMeeting({ say, channel }: { readonly say: DeckSay; readonly channel: string }) {
  const [may, setMay] = useState(false);
  const [outcome, setOutcome] = useState<'shared' | 'not shared'>();
  useEffect(() => {
    void mayShare().then(setMay);
  }, []);
  if (!may) return null;
  const press = async (): Promise<void> => {
    setOutcome((await share(channel)) ? 'shared' : 'not shared');
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void press()}>
        {say('present.share')}
      </button>
      {outcome !== undefined && (
        <p className="outcome" role="status">
          {say(outcome === 'shared' ? 'present.shared' : 'present.notShared')}
        </p>
      )}
    </>
  );
}
