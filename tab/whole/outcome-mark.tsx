import type { CheckBackResults } from '../../bot/contracts/results.ts';
import { Hidden } from '../cell.tsx';
import { useMethodWords } from '../method/method-words.ts';
import { useReader } from '../reader.ts';
import { Bar } from './bar.tsx';
import './whole.css';

/** How far one outcome is: a mean from 1 to 3 with its word; hidden with the reason. */
export function OutcomeMark({ found, k }: { readonly found: CheckBackResults['items']['O1']; readonly k: number }) {
  const { say } = useReader();
  const method = useMethodWords();
  if (found === undefined || 'hidden' in found)
    return (
      <span className="hidden">
        <Hidden reason={say('hidden.reason', { k })} />
      </span>
    );
  return (
    <>
      <Bar value={found.value} top={3} decimals={1} orLower={found.orLower} />{' '}
      <span className="word">{method(`whole.word.${found.word}`)}</span>
    </>
  );
}
