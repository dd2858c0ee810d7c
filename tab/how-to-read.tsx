import { useReader } from './reader.ts';

/** The rules in short, one click away from the numbers. */
export function HowToRead({ k }: { readonly k: number }) {
  const { say } = useReader();
  return (
    <details className="read">
      <summary>{say('read.title')}</summary>
      <ul>
        <li>{say('read.number')}</li>
        <li>{say('read.bands')}</li>
        <li>{say('read.hidden', { k })}</li>
        <li>{say('read.floor')}</li>
        <li>{say('read.pairs')}</li>
        <li>{say('read.order')}</li>
      </ul>
    </details>
  );
}
