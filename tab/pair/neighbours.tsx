import { usePairLink } from '../pair-link.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { usePairWords } from './pair-words.ts';

/** The pairs before and after this one, in the order of set-up. */
export function Neighbours({
  first,
  second,
  organisations,
}: {
  readonly first: Organisation;
  readonly second: Organisation;
  readonly organisations: readonly Organisation[];
}) {
  const { say } = useReader();
  const words = usePairWords();
  const linkTo = usePairLink(organisations);
  const pairs = organisations.flatMap((one, at) => organisations.slice(at + 1).map((other) => [one, other] as const));
  const here = pairs.findIndex(([one, other]) => one.id === first.id && other.id === second.id);
  const links = [
    ['pair.previous', pairs[here - 1]],
    ['pair.next', pairs[here + 1]],
  ] as const;
  return (
    <nav aria-label={words('pair.others')}>
      <ul className="pages">
        {links.map(
          ([label, pair]) =>
            pair && (
              <li key={label}>
                <a className="link" href={linkTo(pair[0].id, pair[1].id)}>
                  {words(label, { pair: say('pairs.name', { first: pair[0].name, second: pair[1].name }) })}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
