import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { Bar } from '../whole/bar.tsx';
import { usePairWords } from './pair-words.ts';
import type { ShownPair } from './shown-pair.ts';

export interface SideValues {
  readonly values: Readonly<Partial<Record<string, number>>>;
  readonly orLower: readonly string[];
}

/** Statements with what each side says to them, as bars with their numbers. A side that may not be shown is undefined. */
export function AnswersTable({
  first,
  second,
  caption,
  statements,
  sides,
}: Pick<ShownPair, 'first' | 'second'> & {
  readonly caption: string;
  readonly statements: readonly { readonly id: string; readonly text: string }[];
  readonly sides: readonly [SideValues | undefined, SideValues | undefined];
}) {
  const { say } = useReader();
  const words = usePairWords();
  const heads = [
    words('pair.statement'),
    words('pair.sees', { from: first.name, to: second.name }),
    words('pair.sees', { from: second.name, to: first.name }),
  ];
  return (
    <Table caption={caption} className="answers">
      <Columns names={heads} />
      <tbody>
        {statements.map(({ id, text }) => (
          <tr key={id}>
            <th scope="row">{text}</th>
            {sides.map((side, at) => {
              const value = side?.values[id];
              return value === undefined ? (
                <td key={at} className="hidden">
                  {say('hidden')}
                </td>
              ) : (
                <td key={at}>
                  <Bar value={value} top={5} decimals={1} orLower={side?.orLower.includes(id) ?? false} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
