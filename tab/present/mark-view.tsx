import { BandMark } from '../band-mark.tsx';
import type { Mark } from '../deck/slide.ts';

/** The value, then what stands behind it, then its band as symbol and word. Spaced for the ear, too. */
export function MarkView({ mark: { text, note, band, self } }: { readonly mark: Mark }) {
  if (self)
    return (
      <>
        <span aria-hidden="true">{text}</span>
        <span className="heard">{note}</span>
      </>
    );
  return (
    <>
      <strong>{text}</strong> {note !== undefined && <small>{note}</small>} {band && <BandMark band={band} />}
    </>
  );
}
