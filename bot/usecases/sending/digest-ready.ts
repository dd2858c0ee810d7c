import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { digestOf, nextThings } from '../../domain/digest.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestFacts } from '../../domain/message.ts';
import { reminders } from '../../domain/plan.ts';
import { isOpen } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';
import { factsOfActions, toBeSent, waitingNudges } from '../actions/nudge-ready.ts';
import { dropped } from './ready.ts';
import type { Ready } from './ready.ts';

/** As many closed actions as can be done in a week. */
const mostClosed = 100;
/** People who could not be reached, in the digest. */
const mostUnreached = 5;
const week = 7 * 86_400_000;

const nextIn = async (unit: Unit, { zone }: Collaboration, now: Date, calendar: Calendar) => {
  const latest = await unit.rounds.latest();
  const open = latest !== undefined && isOpen(latest, now) ? latest : undefined;
  return nextThings(calendar, {
    now,
    zone,
    nudges: await unit.actions.nextDue(),
    reminders: open === undefined ? [] : reminders(calendar, open.reopened ?? open.opens, open.closes, zone).map(({ at }) => at),
    closes: open?.closes,
  });
};

/** Whom nudges and digests of the last week did not reach: each person once, with the latest reason. */
const unreachedIn = async (unit: Unit, members: readonly Member[], { organisations }: Collaboration, now: Date) => {
  const failed = await unit.deliveries.unreached(new Date(now.getTime() - week), mostUnreached);
  return failed.flatMap(({ member, reason }) => {
    const person = members.find(({ id }) => id === member);
    if (person === undefined) return [];
    const organisation = organisations.find(({ id }) => id === person.organisation)?.name;
    return [{ name: person.name, reason, ...(organisation === undefined ? {} : { organisation }) }];
  });
};

const isEmpty = ({ stuck, silent, due, done }: Digest): boolean => [stuck, silent, due, done].every(({ length }) => length === 0);

/**
 * A digest whose turn has come, as things stand now; what waited to be said to this person comes with it. Nothing to tell: no digest;
 * and whoever is no integration manager any more gets what is said to them alone.
 */
export const readyDigest = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const waiting = await waitingNudges(unit, delivery, now, calendar);
  if (waiting === undefined) return dropped;
  const { member, facts: nudge } = waiting;
  const collaboration = await unit.collaboration();
  const members = await unit.members.all();
  const open = await unit.actions.open();
  const digest = digestOf(calendar, { open, closed: await unit.actions.closed(mostClosed) }, now, collaboration.zone);
  const unreached = await unreachedIn(unit, members, collaboration, now);
  if (!member.integrationManager || (isEmpty(digest) && unreached.length === 0))
    return nudge.actions.length === 0 ? dropped : await toBeSent(unit, waiting, { kind: 'nudge', facts: nudge }, now, calendar);
  const told = factsOfActions(collaboration, members);
  const facts: DigestFacts = {
    ...{ language: collaboration.language, zone: collaboration.zone, collaboration: collaboration.id },
    ...{ channel: collaboration.homeChannel, purpose: collaboration.purpose, because: digest.because, unreached },
    ...{ stuck: told(digest.stuck), silent: told(digest.silent), due: told(digest.due), done: told(digest.done) },
    next: await nextIn(unit, collaboration, now, calendar),
    nudges: nudge.actions,
  };
  return await toBeSent(unit, waiting, { kind: 'digest', facts }, now, calendar);
};
