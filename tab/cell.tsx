import type { ReactNode } from 'react';
import type { Change, MatrixResults } from '../bot/contracts/results.ts';
import type { Band } from './band.ts';
import { BandMark } from './band-mark.tsx';
import { useReader } from './reader.ts';
import type { Cell } from './relations.ts';

/** A value that may not be shown, with the reason: never blank, never zero. */
export function Hidden({ reason, link }: { readonly reason: string; readonly link?: ReactNode }) {
  const { say } = useReader();
  return (
    <>
      <strong>{link ?? say('hidden')}</strong> <small>{reason}</small>
    </>
  );
}

/** From a cell to its pair. */
export interface CellLink {
  readonly href: string;
  readonly from: string;
  readonly to: string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** What one organisation says about another. */
export function CellView({
  cell,
  k,
  hatched,
  moved = 'no clear change',
  since,
  link: { from, to, ...link },
}: {
  readonly cell: Cell | undefined;
  readonly k: number;
  readonly hatched: boolean;
  /** Since round `since`; only what moved is said. */
  readonly moved: NonNullable<Change['cells']>[string] | undefined;
  readonly since: number | undefined;
  readonly link: CellLink;
}) {
  const { say, number } = useReader();
  const apart = cell?.notWorkingTogether ?? 0;
  const notWorking = apart > 0 && <small>{say('cell.notWorking', { count: apart })}</small>;
  if (!cell || 'hidden' in cell) {
    return (
      <td className="cell hidden">
        <Hidden
          reason={say('hidden.reason', { k })}
          link={
            <a {...link} aria-label={say('picture.arrow.hidden', { from, to, k })}>
              {say('hidden')}
            </a>
          }
        />
        {notWorking}
      </td>
    );
  }
  return (
    <td className="cell" data-band={cell.band} data-hatched={hatched || undefined}>
      <strong>
        <a {...link} aria-label={say(`picture.arrow.${cell.band}`, { from, to, value: number(cell.index) })}>
          {number(cell.index)}
        </a>
      </strong>
      <Basis cell={cell} />
      {moved !== 'no clear change' && since !== undefined && <small>{say(`change.cell.${moved}`, { round: since })}</small>}
      {notWorking}
    </td>
  );
}

/** What stands with every published mean: whether it was floored, on how many answers it rests, its band. Spaced for the ear, too. */
export function Basis({ cell: { orLower, n, band } }: { readonly cell: { orLower: boolean; n: number; band: Band } }) {
  const { say } = useReader();
  return (
    <>
      {' '}
      {orLower && <small className="inline">{say('cell.orLower')}</small>}{' '}
      <small className="inline">{say('cell.answers', { count: n })}</small>
      <BandMark band={band} />
    </>
  );
}

/** A mean of shown cells; null when fewer than two are shown (method.md, scoring 6). It has no band of its own. */
export function MeanCell({ mean }: { readonly mean: MatrixResults['seenByOthers'][string] | undefined }): ReactNode {
  const { say, number } = useReader();
  if (mean == null)
    return (
      <td className="cell mean hidden">
        <Hidden reason={say('hidden.mean')} />
      </td>
    );
  return (
    <td className="cell mean">
      <strong>{number(mean)}</strong>
    </td>
  );
}
