import { useReader } from '../reader.ts';
import { useMethodWords } from './method-words.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

const statuses = ['asymmetric', 'mutual strength', 'mutual attention', 'balanced', 'one side hidden'] as const;
const flags = ['expects clearly more', 'room to ask for more', 'aligned'] as const;
const within = ['leaders', 'employees', 'similar', 'agreement'] as const;

/** The words beside the numbers, named as the first screen names them. */
export function Comparing() {
  const say = useMethodWords();
  const { say: tab } = useReader();
  const heads = [say('method.comparing.column.word'), say('method.comparing.column.when')];
  const computed = [say('method.scoring.column.what'), say('method.scoring.column.how')];
  return (
    <Section name="comparing">
      <p>{tab('pairs.caption')}</p>
      <Rows
        caption={say('method.comparing.pairs')}
        heads={heads}
        rows={statuses.map((status) => ({
          key: status,
          cells: [tab(`pairs.status.${status}`), say(`method.pair.${status}`)],
        }))}
      />
      <Rows
        caption={say('method.comparing.gaps')}
        heads={heads}
        rows={flags.map((flag) => ({ key: flag, cells: [tab(`gaps.flag.${flag}`), say(`method.gap.${flag}`)] }))}
      />
      <Rows
        caption={say('method.comparing.within')}
        heads={heads}
        rows={within.map((word) => ({ key: word, cells: [say(`method.within.${word}`), say(`method.within.${word}.when`)] }))}
      />
      <Rows
        caption={say('method.comparing.network')}
        heads={computed}
        rows={[
          { key: 'seen', cells: [tab('matrix.seenByOthers'), say('method.network.seen')] },
          { key: 'sees', cells: [tab('matrix.seesOthers'), say('method.network.sees')] },
          { key: 'coverage', cells: [tab('network.coverage'), say('method.network.coverage')] },
          { key: 'index', cells: [tab('network.index'), say('method.network.index')] },
          { key: 'strong', cells: [tab('network.strong'), say('method.network.strong')] },
          { key: 'reciprocity', cells: [tab('network.reciprocity'), say('method.network.reciprocity')] },
          { key: 'response', cells: [tab('response.title'), say('method.network.response')] },
        ]}
      />
    </Section>
  );
}
