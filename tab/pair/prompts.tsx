import { usePairWords } from './pair-words.ts';

/** Three questions to ask each other; they are not scored (method.md, section 1). */
export function Prompts() {
  const words = usePairWords();
  return (
    <section className="card" aria-labelledby="pair-prompts">
      <h2 id="pair-prompts">{words('pair.prompts')}</h2>
      <ol className="plainly">
        {(['harder', 'help', 'start'] as const).map((prompt) => (
          <li key={prompt}>{words(`pair.prompt.${prompt}`)}</li>
        ))}
      </ol>
    </section>
  );
}
