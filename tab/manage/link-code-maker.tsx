import { useState } from 'react';
import type { LinkCode } from '../../bot/contracts/manage-api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useDeed } from '../use-deed.ts';
import { sendLinkCode } from './manage-api.ts';
import { useManageWords } from './manage-words.ts';
import type { AtDesk } from './use-set-up.ts';

/** The code is told once, to whoever made it; it is not on the page any more when the page is opened again. */
export function LinkCodeMaker({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say, time } = useReader();
  const [made, setMade] = useState<LinkCode | null>(null);
  const deed = useDeed();
  const make = () =>
    void deed.run(async () => {
      const fetched = await sendLinkCode(at.desk);
      if ('value' in fetched) setMade(fetched.value);
      return fetched;
    });
  return (
    <>
      <h3>{words('channels.link')}</h3>
      <p>{words('channels.link.what')}</p>
      <div role="status">
        {made && (
          <div className="note">
            <p>
              <strong className="code">{made.code}</strong>
            </p>
            <p>{words('channels.code.how', { code: made.code })}</p>
            <p className="quiet">{words('channels.code.until', { time: time(made.goodUntil) })}</p>
          </div>
        )}
      </div>
      {deed.failure && <p role="alert">{sentenceOf(deed.failure, say)}</p>}
      <div className="buttons">
        <button type="button" className="button" aria-disabled={deed.busy} onClick={make}>
          {words(made ? 'channels.code.again' : 'channels.code.make')}
        </button>
        <button type="button" className="plain" onClick={at.stored}>
          {words('channels.look')}
        </button>
      </div>
    </>
  );
}
