import { bands } from '../band.ts';
import { BandMark } from '../band-mark.tsx';
import { useReader } from '../reader.ts';
import { useMethodWords } from './method-words.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';
import { Sentences } from './sentences.tsx';

const others = ['healthItem', 'healthDimension', 'practices', 'checkOut'] as const;

export function Scoring() {
  const say = useMethodWords();
  const { say: tab } = useReader();
  return (
    <Section name="scoring">
      <Sentences
        steps
        of={[
          'method.scoring.person',
          'method.scoring.cell',
          'method.scoring.floor',
          'method.scoring.rounding',
          'method.scoring.derived',
        ]}
      />
      <p>{say('method.scoring.items')}</p>
      <Rows
        caption={say('method.scoring.bands')}
        heads={[say('method.scoring.column.band'), say('method.scoring.column.number')]}
        rows={bands.map((band) => ({ key: band, cells: [<BandMark key={band} band={band} />, tab(`band.${band}.range`)] }))}
      />
      <Rows
        caption={say('method.scoring.others')}
        heads={[say('method.scoring.column.what'), say('method.scoring.column.how')]}
        rows={others.map((what) => ({
          key: what,
          cells: [say(`method.scoring.${what}`), say(`method.scoring.${what}.how`)],
        }))}
      />
    </Section>
  );
}
