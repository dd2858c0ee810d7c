import type { Summary } from '../../contracts/summary-api.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import type { Collaboration } from '../../domain/collaboration.ts';
import { topicKey, topicOf } from '../../domain/meetings/focus-choice.ts';
import type { Topic } from '../../domain/meetings/focus-choice.ts';
import { focusAreasOf } from '../../domain/scoring/focus-areas.ts';
import type { Unit } from '../../ports/unit.ts';

type Chosen = NonNullable<Summary['chosen']>;

/** Keys of everything that the results which are published suggest, or suggested: a pair was chosen from one of them. */
const publishedKeys = (snapshots: readonly Snapshot[]): ReadonlySet<string> =>
  new Set(
    snapshots.flatMap(({ results, organisations, focus }) => {
      if (results.mode === 'network') return [];
      const ids = organisations.map(({ id }) => id);
      return [...focusAreasOf(results, ids).proposed, ...(focus?.proposed ?? [])].map((area) => topicKey(topicOf(area)));
    }),
  );

const shownIn =
  ({ organisations }: Collaboration, published: ReadonlySet<string>) =>
  (topic: Topic): Chosen['topics'][number] => {
    if (topic.is !== 'pair') return topic;
    const nameOf = (id: string): string => organisations.find((one) => String(one.id) === id)?.name ?? '';
    // Of a result that was withdrawn only the names are left: that they talked about it is theirs, what the numbers said is not.
    const kind = published.has(topicKey(topic)) ? topic.kind : null;
    return { is: 'pair', kind, one: nameOf(topic.one), other: nameOf(topic.other) };
  };

/** What the latest meeting that chose any works on, without a number of any result; null: none has chosen yet. */
export const chosenPriorities = async (
  unit: Unit,
  collaboration: Collaboration,
  snapshots: readonly Snapshot[],
  today: string,
): Promise<Chosen | null> => {
  const found = await unit.agendas.lastThatChose(today);
  if (found === undefined) return null;
  const { meeting, date, agenda } = found;
  const topics = agenda.areas.map(({ topic }) => topic).map(shownIn(collaboration, publishedKeys(snapshots)));
  return { meeting, date, topics };
};
