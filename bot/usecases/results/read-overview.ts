import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { nextMeetingOf } from '../../domain/meetings/meeting.ts';
import { publicCounts } from '../../domain/public-counts.ts';
import type { Round } from '../../domain/round.ts';
import { takesPartIn } from '../../domain/set-up.ts';
import type { Overview } from '../../contracts/tab-api.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { isPlaced } from '../gate.ts';

/** The tab asks again every few seconds; reading the same results is one entry an hour, in seconds. */
export const oncePer = 3_600;

type Needs = { readonly store: Store; readonly clock: Clock };

/** While a round is open: counts, and nothing else (P5). */
const openRound = async (unit: Unit, round: Round, organisations: readonly string[]): Promise<Overview['open']> => {
  const { invited, answered } = await unit.participation.counts(round.number);
  const counts = publicCounts(invited, answered, round.k);
  return {
    round: round.number,
    k: round.k,
    mode: round.mode,
    audience: [...round.audience],
    opened: round.opens.toISOString(),
    closes: round.closes.toISOString(),
    ...counts.total,
    response: Object.fromEntries(organisations.map((id) => [id, counts.organisations[id] ?? { hidden: 'fewer than k' }])),
  };
};

/**
 * The tab's first screen: the snapshot as it was frozen; nothing is computed on read. The read is logged (P12). `through` a linked channel:
 * the same results, and nothing of meetings, actions and what an integration manager does.
 */
export const readOverview =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, person: Person, through?: string): Promise<Overview> =>
    await store.within(collaboration, async (unit) => {
      const linked = through !== undefined;
      const { purpose, language, zone, nextMeeting, organisations, closed } = await unit.collaboration();
      const named = organisations.map(({ id, name, leftAfter }) => ({
        id: String(id),
        name,
        ...(leftAfter === undefined ? {} : { left: true as const }),
      }));
      const outcomes = (await unit.setUp.outcomes()).map(({ text }) => text);
      const member = await unit.members.of(person);
      const next = nextMeetingOf(await unit.meetings.all());
      const round = await unit.rounds.latest();
      const now = clock();
      const latest = (await unit.snapshots.latest()) ?? null;
      if (latest !== null) await unit.note('results read', person, { round: latest.round }, now, oncePer);
      const rounds = (await unit.rounds.closed()).map(({ number, closed, imported }) => ({
        round: number,
        closed: closed.toISOString(),
        imported,
      }));
      const you = isPlaced(member)
        ? {
            organisation: String(member.organisation),
            role: member.role,
            integrationManager: member.integrationManager && !linked,
          }
        : null;
      // Until it has been closed, also where its time is over: whoever looks at it then is shown the results when they are there.
      const open =
        round?.state === 'open'
          ? await openRound(
              unit,
              round,
              organisations.filter(takesPartIn(round.number)).map(({ id }) => String(id)),
            )
          : null;
      return {
        purpose,
        outcomes,
        language,
        zone,
        nextMeeting,
        closed: closed?.toISOString() ?? null,
        organisations: named,
        you,
        open,
        latest,
        rounds,
        linked,
        actions: linked ? { open: 0, stuck: 0 } : await unit.actions.count(),
        meeting: linked || next === undefined ? null : { number: next.number, date: next.date },
      };
    });
