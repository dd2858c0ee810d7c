import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { answersAboutH, organisations, published } from './example.ts';
import { useMethodWords } from './method-words.ts';
import { relational } from './questions.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';
import { Sentences } from './sentences.tsx';

const sums = ['strength', 'gap', 'seen', 'index', 'coverage', 'strong', 'reciprocity', 'expectation'] as const;

export function ByHand() {
  const say = useMethodWords();
  return (
    <Section name="byHand">
      <p>{say('method.byHand.intro')}</p>
      <AnswersTable />
      <Sentences steps of={['method.byHand.own', 'method.byHand.mean', 'method.byHand.shown']} />
      <p>{say('method.byHand.halfUp')}</p>
      <p>{say('method.byHand.bandAfter')}</p>
      <p>{say('method.byHand.fromScreen')}</p>
      <MatrixTable />
      <Rows
        caption={say('method.byHand.calculations')}
        className="stacked"
        heads={[say('method.byHand.column.what'), say('method.byHand.column.calculation'), say('method.byHand.column.shown')]}
        rows={sums.map((sum) => ({
          key: sum,
          cells: [say(`method.sum.${sum}`), say(`method.sum.${sum}.calculation`), say(`method.sum.${sum}.shown`)],
        }))}
      />
    </Section>
  );
}

function AnswersTable() {
  const say = useMethodWords();
  return (
    <Table caption={say('method.byHand.answers')} className="figures">
      <Columns names={[say('method.byHand.column.who'), ...relational, say('method.byHand.column.sum')]} />
      <tbody>
        {answersAboutH.map((answers, at) => (
          <tr key={at}>
            <th scope="row">{say('method.byHand.leader', { number: at + 1 })}</th>
            {answers.map((answer, item) => (
              <td key={item}>{answer}</td>
            ))}
            <td>
              <strong>{answers.reduce<number>((sum, answer) => sum + answer, 0)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function MatrixTable() {
  const say = useMethodWords();
  const { say: tab, number } = useReader();
  const shown = (from: (typeof organisations)[number], to: (typeof organisations)[number]) => {
    const value = published[from][to];
    return value === null ? (from === to ? '–' : tab('hidden')) : number(value);
  };
  return (
    <Table caption={say('method.byHand.matrix')} className="figures">
      <Columns names={[tab('matrix.corner'), ...organisations.map((id) => say(`method.byHand.${id}`))]} />
      <tbody>
        {organisations.map((from) => (
          <tr key={from}>
            <th scope="row">{say(`method.byHand.${from}`)}</th>
            {organisations.map((to) => (
              <td key={to}>{shown(from, to)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
