import type { Step } from './parts.ts';

/** Three squares, as many filled as steps are reached; the word beside it says the same. */
export const StepMark = ({ step }: { readonly step: Step }) => (
  <span className="reached" aria-hidden="true">
    {([1, 2, 3] as const).map((one) => (
      <i key={one} data-reached={one <= step || undefined} />
    ))}
  </span>
);
