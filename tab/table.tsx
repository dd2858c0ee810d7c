import type { ReactNode } from 'react';

/** A real table that scrolls inside its own region when the page is too narrow for it, also by keyboard. */
export function Table({
  caption,
  className,
  children,
}: {
  readonly caption: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={className}>
        <caption>
          <span>{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}

/** Column heads; the first heads the row names. */
export const Columns = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);
