import type { MouseEvent } from 'react';

/** A link of Teams goes there inside Teams; opened in another window it still leads there. `about`: the heading it belongs to. */
export function TeamsLink({
  link,
  words,
  about,
  open,
}: {
  readonly link: string;
  readonly words: string;
  readonly about: string;
  readonly open: (link: string) => void;
}) {
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  };
  return (
    <a className="link" href={link} target="_blank" rel="noopener noreferrer" aria-describedby={about} onClick={go}>
      {words}
    </a>
  );
}
