import { useMethodWords } from './method-words.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';
import { Sentences } from './sentences.tsx';

export function Who() {
  const say = useMethodWords();
  const everybody = say('method.who.everybody');
  const network = say('method.who.network');
  const eachOther = say('method.who.eachOther');
  const extent = say('method.who.extent');
  return (
    <Section name="who">
      <Rows
        caption={say('method.who.caption')}
        className="stacked"
        heads={[
          say('method.who.column.what'),
          say('method.who.column.who'),
          say('method.who.column.about'),
          say('method.who.column.answers'),
        ]}
        rows={[
          { key: 'R', cells: [say('method.who.relational'), everybody, eachOther, extent] },
          { key: 'E', cells: [say('method.who.expectations'), say('method.who.leaders'), eachOther, say('method.who.much')] },
          { key: 'HC', cells: [say('method.who.health'), everybody, network, say('method.who.inPlace')] },
          { key: 'PR', cells: [say('method.who.practices'), everybody, network, extent] },
          {
            key: 'C',
            cells: [
              say('method.who.checkOut'),
              say('method.who.meeting'),
              say('method.who.theMeeting'),
              say('method.who.twoTaps'),
            ],
          },
          {
            key: 'L',
            cells: [say('method.who.local'), say('method.who.asked'), say('method.who.asOthers'), say('method.who.oneToFive')],
          },
        ]}
      />
      <Sentences of={['method.who.apart', 'method.who.order', 'method.who.shortForm']} />
    </Section>
  );
}
