import type { Snapshot } from '../../contracts/tab-api.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { BriefFacts as CardFacts } from '../../domain/message.ts';
import { briefOf } from '../../domain/meetings/brief.ts';
import type { BriefFacts, LatestRound } from '../../domain/meetings/brief.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { lastMeetingOf } from '../../domain/meetings/meeting.ts';
import type { Unit } from '../../ports/unit.ts';
import { factsOfActions } from '../actions/nudge-ready.ts';
import { comersOf } from './comers.ts';

/** As many closed actions as are done between two meetings. */
const mostClosed = 200;
/** Over how many meetings it is looked back (method.md, rule 10). */
const mostMeetings = 6;

const changeIn = ({ results }: Snapshot) => ('change' in results ? results.change?.label : undefined);

const latestOf = (snapshot: Snapshot | undefined): LatestRound | undefined => {
  if (snapshot === undefined) return undefined;
  const change = changeIn(snapshot);
  return {
    ...{ round: snapshot.round, closed: new Date(snapshot.closed), focus: snapshot.focus?.proposed ?? [] },
    ...(change === undefined ? {} : { change }),
  };
};

/** When each of these became stuck: the first of the lines that say so since it last was not. */
const stuckSinceOf = async (unit: Unit, actions: readonly Action[]): Promise<ReadonlyMap<number, Date>> => {
  const since = new Map<number, Date>();
  for (const { id, state } of actions) {
    if (state !== 'stuck') continue;
    const became = (await unit.actions.history(id)).findLast(({ is }) => is.state === 'stuck');
    if (became !== undefined) since.set(id, became.at);
  }
  return since;
};

const absentIn = async (unit: Unit): Promise<BriefFacts['absent']> => {
  const taken = await unit.meetings.attendances(mostMeetings);
  const comers = await comersOf(unit, await unit.collaboration(), taken);
  if (comers === null) return undefined;
  const by = comers.neverCame.map(({ organisation, people, of }) => ({ organisation: Number(organisation), people, of }));
  return { meetings: comers.of, by };
};

/** Everything a chair is briefed with, from what is published and agreed; who is absent as counts alone. */
export const briefFacts = async (unit: Unit, meeting: Meeting): Promise<Omit<CardFacts, 'nudges'>> => {
  const collaboration = await unit.collaboration();
  const last = lastMeetingOf((await unit.meetings.all()).filter(({ date }) => date < meeting.date));
  const open = await unit.actions.open();
  const checkOut = (await unit.checkOuts.closed()).at(-1);
  const { done, newlyStuck, ...told } = briefOf({
    ...{ open, closed: await unit.actions.closed(mostClosed), stuckSince: await stuckSinceOf(unit, open) },
    ...{ since: last?.ended, latest: latestOf(await unit.snapshots.latest()), tooGood: checkOut?.results.tooGood ?? false },
    absent: await absentIn(unit),
  });
  const line = factsOfActions(collaboration, await unit.members.all());
  const { language, id, homeChannel: channel, purpose, organisations } = collaboration;
  const { number, date, starts } = meeting;
  return {
    ...{ language, collaboration: id, channel, purpose, organisations, meeting: { number, date, starts } },
    ...(last === undefined ? {} : { last: last.date }),
    ...{ ...told, done: line(done), newlyStuck: line(newlyStuck) },
  };
};
