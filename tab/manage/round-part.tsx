import { useManageWords } from './manage-words.ts';
import { RoundDeskView } from './round-desk.tsx';
import type { AtDesk } from './use-set-up.ts';

/** The next round, or the open one; for who is no integration manager, whether there is one. */
export function RoundPart({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { mayChange, open } = at.setUp;
  if (mayChange) return <RoundDeskView at={at} />;
  return (
    <section className="card" aria-labelledby="manage-round">
      <h2 id="manage-round">{open === null ? words('round.none') : words('round.open', { round: open })}</h2>
      <p>{words(open === null ? 'round.none.text' : 'round.open.text')}</p>
    </section>
  );
}
