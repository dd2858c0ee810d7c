import { type ReactNode, useEffect, useRef } from 'react';
import { BackLink } from '../notice.tsx';
import { useTitle } from '../pair/use-title.ts';
import { actionsPlace } from '../place.ts';
import { ShareDoor } from '../share-door.tsx';
import { useActionsWords } from './actions-words.ts';

/** A page of its own: the ways back, and a heading that takes the focus. `share`: its place, where others may be sent to it. */
export function PageFrame({
  title,
  toBoard = false,
  share,
  tags,
  children,
}: {
  readonly title: string;
  readonly toBoard?: boolean;
  readonly share?: string;
  /** Under the heading. */
  readonly tags?: ReactNode;
  readonly children: ReactNode;
}) {
  const words = useActionsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  // Once, on arrival: what changes later must not take the focus away.
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <main className="page manage actions">
      <header className="purpose">
        <p className="aside">
          {toBoard && (
            <a className="link" href={`#${actionsPlace}`}>
              {words('actions.back')}
            </a>
          )}
          <BackLink />
          {share !== undefined && <ShareDoor place={share} label={title} />}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tags}
      </header>
      {children}
    </main>
  );
}
