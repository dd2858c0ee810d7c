import { useReader } from '../reader.ts';

/** A mean as a number and as a bar from 1, its lowest, to `top`. The bar says nothing that the number does not. */
export function Bar({
  value,
  top,
  decimals,
  orLower = false,
}: {
  readonly value: number;
  readonly top: number;
  readonly decimals: 1 | 2;
  readonly orLower?: boolean;
}) {
  const { say, number, hundredths } = useReader();
  return (
    <span className="gauge">
      <span className="rail" aria-hidden="true">
        <span style={{ inlineSize: `${((value - 1) / (top - 1)) * 100}%` }} />
      </span>
      <strong>{(decimals === 2 ? hundredths : number)(value)}</strong>
      {orLower && <small>{say('cell.orLower')}</small>}
    </span>
  );
}
