import { useMethodWords } from './method-words.ts';
import { checkOut, dimensions, expectations, health, practices, relational, useWording } from './questions.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

/** Every question as it is asked. */
export function Questions() {
  const say = useMethodWords();
  const wording = useWording();
  const number = say('method.questions.column.number');
  const question = say('method.questions.column.question');
  const statement = say('method.questions.column.statement');
  return (
    <Section name="questions">
      <p>{say('method.questions.intro')}</p>
      <Rows
        caption={say('method.questions.relational')}
        className="numbered"
        heads={[number, statement]}
        rows={relational.map((id) => ({ key: id, cells: [id, wording(id)] }))}
      />
      <Rows
        caption={say('method.questions.expectations')}
        className="numbered"
        heads={[number, question]}
        rows={expectations.map((id) => ({ key: id, cells: [id, wording(id)] }))}
      />
      <Rows
        caption={say('method.questions.health')}
        className="numbered stacked"
        heads={[number, say('method.questions.column.dimension'), statement]}
        rows={dimensions.flatMap((dimension) =>
          health[dimension].map((id) => ({ key: id, cells: [id, say(`method.dimension.${dimension}`), wording(id)] as const })),
        )}
      />
      <Rows
        caption={say('method.questions.practices')}
        className="numbered"
        heads={[number, statement]}
        rows={practices.map((id) => ({ key: id, cells: [id, wording(id)] }))}
      />
      <Rows
        caption={say('method.questions.checkOut')}
        className="numbered stacked"
        heads={[number, question, say('method.questions.column.answers')]}
        rows={checkOut.map((id) => ({ key: id, cells: [id, wording(id), say(`method.answers.${id}`)] }))}
      />
      <p>{say('method.questions.outcomes')}</p>
      <p>{say('method.questions.local')}</p>
      <Rows
        caption={say('method.questions.prompts')}
        className="numbered"
        heads={[number, question]}
        rows={([1, 2, 3] as const).map((id) => ({ key: String(id), cells: [id, say(`method.prompt.${id}`)] }))}
      />
    </Section>
  );
}
