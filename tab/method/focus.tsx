import { useMethodWords } from './method-words.ts';
import { Section } from './section.tsx';
import { Sentences } from './sentences.tsx';

export function Focus() {
  const say = useMethodWords();
  return (
    <Section name="focus">
      <p>{say('method.focus.intro')}</p>
      <Sentences
        steps
        of={['method.focus.gap', 'method.focus.asymmetric', 'method.focus.attention', 'method.focus.item', 'method.focus.stuck']}
      />
      <p>{say('method.focus.strength')}</p>
    </Section>
  );
}
