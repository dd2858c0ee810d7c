import type { ReactNode } from 'react';
import { methodPlace } from '../place.ts';
import { useMethodWords } from './method-words.ts';

/** In the order of the page; each name is the end of an address, such as `#method-privacy`. */
export const sections = ['short', 'who', 'questions', 'scoring', 'comparing', 'change', 'focus', 'privacy', 'byHand'] as const;
export type SectionName = (typeof sections)[number];

export const placeOf = (section: SectionName): string => `${methodPlace}-${section}`;

/** A part of the page under a heading that can be linked to and take the focus. */
export function Section({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const say = useMethodWords();
  return (
    <section className="card" aria-labelledby={placeOf(name)}>
      <h2 id={placeOf(name)} tabIndex={-1}>
        {say(`method.${name}.title`)}
      </h2>
      {children}
    </section>
  );
}
