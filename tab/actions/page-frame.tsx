import { type ReactNode } from 'react';
import { BackLink } from '../notice.tsx';
import { actionsPlace } from '../place.ts';
import { ShareDoor } from '../share-door.tsx';
import { useActionsWords } from './actions-words.ts';
import { useArrival } from '../use-arrival.ts';

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
  const heading = useArrival(title);
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
