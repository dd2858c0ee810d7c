import { audienceOf } from '../audience.ts';
import type { Reader } from '../reader.ts';
import type { Say } from '../words.ts';
import { type Gap, indexOf, type RelationalRound } from './chart.ts';
import type { TimelineSay } from './timeline-words.ts';

/** Why the line breaks here. */
export function sentenceOfGap(gap: Gap, words: TimelineSay, say: Say): string {
  if ('round' in gap) return words(`timeline.gap.${gap.why}`, { round: gap.round.round });
  const rounds = { before: gap.before.round, after: gap.after.round };
  return gap.why === 'form'
    ? words('timeline.gap.form', rounds)
    : words('timeline.gap.audience', {
        ...rounds,
        was: audienceOf(gap.before.audience, say),
        is: audienceOf(gap.after.audience, say),
      });
}

/** Everything the drawing shows, for the ear. */
export function nameOfLine(rounds: readonly RelationalRound[], words: TimelineSay, { say, day, number }: Reader): string {
  const points = rounds.map((one) => {
    const index = indexOf(one);
    const without = one.mode === 'pooled' ? words('timeline.chart.pooled') : say('hidden');
    const value = index === null ? without.toLocaleLowerCase() : number(index);
    return words(one.imported ? 'timeline.chart.imported' : 'timeline.chart.point', {
      ...{ round: one.round, day: day(one.closed), value },
    });
  });
  return words('timeline.chart', { points: points.join('; ') });
}
