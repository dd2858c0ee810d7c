import type { MeetingsPage } from '../../bot/contracts/meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';

/** Who comes and who never does, counted by organisation; only for who plans meetings. */
export function Comers({ of: { comers, organisations } }: { readonly of: MeetingsPage }) {
  const words = useMeetingsWords();
  if (comers === null) return null;
  return (
    <section className="card" aria-labelledby="comers">
      <h2 id="comers">{words('comers.title', { count: comers.of })}</h2>
      {comers.regular !== null && <p>{words('comers.regular', { count: comers.regular })}</p>}
      <p>{words('comers.never')}</p>
      <ul>
        {comers.neverCame.map(({ organisation: id, people, of }) => (
          <li key={id}>
            {words('comers.line', { organisation: organisations.find((one) => one.id === id)?.name ?? '', people, of })}
          </li>
        ))}
      </ul>
    </section>
  );
}
