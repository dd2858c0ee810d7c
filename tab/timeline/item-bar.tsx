import type { PracticesResults } from '../../bot/contracts/results.ts';
import { Hidden } from '../cell.tsx';
import { useReader } from '../reader.ts';
import { Bar } from '../whole/bar.tsx';
import '../whole/whole.css';

/** A mean from 1 to 5 as a small bar and its number; hidden with the reason. */
export function ItemBar({ item, k }: { readonly item: PracticesResults['items']['PR1']; readonly k: number }) {
  const { say } = useReader();
  if ('value' in item) return <Bar value={item.value} top={5} decimals={1} orLower={item.orLower} />;
  return (
    <span className="hidden">
      <Hidden reason={say('hidden.reason', { k })} />
    </span>
  );
}
