import type { Words } from '../deck/deck-words.ts';
import type { Block, Side } from '../deck/slide.ts';
import { Bars } from './bars.tsx';
import { Grid } from './grid.tsx';
import { MarkView } from './mark-view.tsx';

/** One block of a slide on the screen. */
export function BlockView({ block, words }: { readonly block: Block; readonly words: Words }) {
  switch (block.kind) {
    case 'sentences':
      return <Sentences items={block.items} />;
    case 'names':
      return (
        <ul className="organisations" aria-label={block.title}>
          {block.items.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      );
    case 'points':
      return (
        <ul className="points">
          {block.items.map(({ title, why }) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{why}</p>
            </li>
          ))}
        </ul>
      );
    case 'prompts':
      return (
        <div className="prompts">
          <h2>{block.title}</h2>
          <Sentences items={block.items} />
        </div>
      );
    case 'facts':
      return <Facts items={block.items} />;
    case 'grid':
      return <Grid grid={block} words={words} />;
    case 'bars':
      return <Bars bars={block} />;
    case 'sides':
      return (
        <div className="sides">
          {block.sides.map((side) => (
            <SideView key={side.title} side={side} />
          ))}
        </div>
      );
  }
}

const Sentences = ({ items }: { readonly items: readonly string[] }) => (
  <ul className="sentences">
    {items.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

const Facts = ({ items }: { readonly items: Side['facts'] }) => (
  <dl className="numbers">
    {items.map(({ name, mark }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <MarkView mark={mark} />
        </dd>
      </div>
    ))}
  </dl>
);

const SideView = ({ side: { title, view, facts } }: { readonly side: Side }) => (
  <section className="side" aria-label={title}>
    <h2>{title}</h2>
    <p className={view.hidden ? 'view hidden' : 'view'} data-band={view.band}>
      <MarkView mark={view} />
    </p>
    {facts.length > 0 && <Facts items={facts} />}
  </section>
);
