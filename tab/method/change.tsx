import { useMethodWords } from './method-words.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

const words = ['clear', 'possible', 'none', 'tooFew'] as const;

export function Change() {
  const say = useMethodWords();
  return (
    <Section name="change">
      <p>{say('method.change.paired')}</p>
      <p>{say('method.change.interval')}</p>
      <Rows
        caption={say('method.change.caption')}
        heads={[say('method.comparing.column.word'), say('method.comparing.column.when')]}
        rows={words.map((word) => ({ key: word, cells: [say(`method.change.${word}`), say(`method.change.${word}.when`)] }))}
      />
      <p>{say('method.change.small')}</p>
      <p>{say('method.change.cells')}</p>
    </Section>
  );
}
