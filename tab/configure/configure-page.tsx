import { useEffect, useState } from 'react';
import type { Host } from '../host.ts';
import { fetchSetUp } from '../manage/manage-api.ts';
import { useMeWords } from '../me/me-words.ts';
import { useCaller } from '../use-caller.ts';
import { offerTab } from './tab-settings.ts';

type Here = { readonly is: 'asking' | 'none' | 'unknown' } | { readonly is: 'here'; readonly purpose: string };

/** What stands in the channel; that there is nothing and that it is not the reader's look the same. */
function useHere(host: Host): Here {
  const caller = useCaller(host);
  const { channel } = host;
  const [here, setHere] = useState<Here>({ is: 'asking' });
  useEffect(() => {
    if (channel === null) return;
    void fetchSetUp({ caller, channel }).then((fetched) => {
      if ('value' in fetched) setHere({ is: 'here', purpose: fetched.value.purpose });
      else setHere({ is: fetched.failure.kind === 'problem' && fetched.failure.status === 403 ? 'none' : 'unknown' });
    });
  }, [caller, channel]);
  return here;
}

/** In Teams' own dialogue, which has the buttons: what the tab will show. Adding it works whatever is found out. */
export function ConfigurePage({ host }: { readonly host: Host }) {
  const say = useMeWords();
  const here = useHere(host);
  const { channel } = host;
  const name = say('configure.name');
  useEffect(() => {
    host.shown();
    if (channel !== null) offerTab(name);
  }, [host, channel, name]);
  return (
    <main className="alone configure">
      <h1>{say('configure.title')}</h1>
      {channel === null ? <p role="alert">{say('configure.noChannel')}</p> : <Shown here={here} />}
    </main>
  );
}

function Shown({ here }: { readonly here: Here }) {
  const say = useMeWords();
  return (
    <>
      <p>{say('configure.shows')}</p>
      <div role="status">
        {here.is === 'here' && (
          <p>
            {say('configure.here')} <strong>{here.purpose}</strong>
          </p>
        )}
        {(here.is === 'none' || here.is === 'unknown') && <p>{say(`configure.${here.is}`)}</p>}
      </div>
    </>
  );
}
