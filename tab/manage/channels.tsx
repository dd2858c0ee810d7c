import type { SetUp } from '../../bot/contracts/manage-api.ts';
import { useManageWords } from './manage-words.ts';

/** To be read only. Teams gives the app no names of channels, so they are told apart by what they are. */
export function Channels({ channels }: { readonly channels: SetUp['channels'] }) {
  const words = useManageWords();
  const nameOf = (home: boolean, place: number): string => words(home ? 'channels.home' : 'channels.linked', { number: place });
  return (
    <section className="card" aria-labelledby="manage-channels">
      <h2 id="manage-channels">{words('channels.title')}</h2>
      <ul className="plainly">
        {channels.map(({ home, here }, place) => (
          <li key={place}>
            {nameOf(home, place)} {here && <span className="tag">{words('channels.here')}</span>}
          </li>
        ))}
      </ul>
      {channels.length === 1 && <p className="quiet">{words('channels.only')}</p>}
    </section>
  );
}
