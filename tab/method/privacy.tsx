import { useMethodWords } from './method-words.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

/** docs/method.md, section 3. */
const rules = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13'] as const;

export function Privacy() {
  const say = useMethodWords();
  return (
    <Section name="privacy">
      <Rows
        caption={say('method.privacy.caption')}
        className="numbered stacked rules"
        heads={[say('method.privacy.column.number'), say('method.privacy.column.rule'), say('method.privacy.column.why')]}
        rows={rules.map((rule) => ({ key: rule, cells: [rule, say(`method.rule.${rule}`), say(`method.why.${rule}`)] }))}
      />
      <h3>{say('method.privacy.together')}</h3>
      <p>{say('method.privacy.collude')}</p>
      <p>{say('method.privacy.server')}</p>
    </Section>
  );
}
