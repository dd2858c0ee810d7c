import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import { roundPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { useTimelineWords } from './timeline-words.ts';

/** A round by its number, as the way to its page; its day where that stands nowhere else, and the mark of one held elsewhere. */
export function RoundName({
  round: { round, closed, imported },
  dated = false,
}: {
  readonly round: RoundOnTimeline;
  readonly dated?: boolean;
}) {
  const { say, day } = useReader();
  const words = useTimelineWords();
  return (
    <>
      <a className="link" href={`#${roundPlace(round)}`}>
        {words('timeline.round', { round })}
      </a>
      {imported && <span className="tag">{say('results.imported')}</span>}
      {dated && <small>{day(closed)}</small>}
    </>
  );
}
