import { type MethodSentence, useMethodWords } from './method-words.ts';

/** One sentence or a few under each other; `steps` are numbered. */
export function Sentences({ of, steps = false }: { readonly of: readonly MethodSentence[]; readonly steps?: boolean }) {
  const say = useMethodWords();
  const entries = of.map((sentence) => <li key={sentence}>{say(sentence)}</li>);
  return steps ? <ol className="sentences">{entries}</ol> : <ul className="sentences">{entries}</ul>;
}
