import type { ReactNode } from 'react';
import type { Part } from './parts.ts';
import { StepMark } from './step-mark.tsx';

/** One part under its heading. `name`: the heading's id. */
export function PartView({ name, part }: { readonly name: string; readonly part: Part }): ReactNode {
  const { title, about, lines, none } = part;
  return (
    <section className="card" aria-labelledby={name} data-part={name}>
      <h2 id={name}>{title}</h2>
      {about !== undefined && lines.length > 0 && <p className="quiet">{about}</p>}
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {lines.map(({ text, note, step }, place) => (
            <li key={place}>
              {step !== undefined && <StepMark step={step} />}
              <span className="said">{text}</span> {note !== undefined && <small>{note}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
