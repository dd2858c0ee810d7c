import { usePairWords } from '../pair/pair-words.ts';
import type { AboutTexts } from './use-about.ts';

export const fields = ['does', 'doesNot', 'reach'] as const;

export const isUnwritten = (texts: AboutTexts): boolean => fields.every((field) => texts[field] === '');

/** People's own words, as they wrote them, line by line. */
export function Texts({ of }: { readonly of: AboutTexts }) {
  const words = usePairWords();
  if (isUnwritten(of)) return <p className="hidden">{words('who.nothing')}</p>;
  return (
    <dl className="told">
      {fields.map((field) => (
        <div key={field}>
          <dt>{words(`who.${field}`)}</dt>
          <dd className={of[field] === '' ? 'hidden' : 'asWritten'}>{of[field] === '' ? words('who.empty') : of[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
