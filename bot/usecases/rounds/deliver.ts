import type { Calendar } from '../../domain/calendar.ts';
import { touchMoment } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Message } from '../../domain/message.ts';
import { isOpen } from '../../domain/round.ts';
import type { Round } from '../../domain/round.ts';
import { pauseAfter } from '../../domain/delivery.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Address, Messenger, Sent } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { readyNudge } from '../actions/nudge-ready.ts';
import { isPlaced } from '../gate.ts';
import { refreshFor } from './refresh-survey-card.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

type Ready = { readonly is: 'ready'; readonly round?: number; readonly address: Address; readonly message: Message };
type Begun = Ready & { readonly attempts: number };
type NotNow = { readonly is: 'not now'; readonly outcome: DeliveryOutcome; readonly after?: Date };

const dropped: NotNow = { is: 'not now', outcome: { state: 'dropped' } };

const toChannel = async (unit: Unit, round: Round): Promise<Ready> => {
  const collaboration = await unit.collaboration();
  const facts = await surveyFacts(unit, collaboration, round);
  return {
    is: 'ready',
    round: round.number,
    address: { to: 'channel', tenantId: collaboration.homeTenant, channel: collaboration.homeChannel },
    message: { kind: 'survey', facts, refreshFor: await refreshFor(unit) },
  };
};

/**
 * Looks again at the moment of sending: who has answered by now, or is not on the roster any more, is left in peace, and hours and
 * holidays still count.
 */
const toPerson = async (unit: Unit, delivery: Delivery, round: Round, now: Date, calendar: Calendar): Promise<Ready | NotNow> => {
  const silent = (await unit.participation.silent(round.number)).find(({ id }) => id === delivery.member);
  if (!isPlaced(silent)) return dropped;
  const collaboration = await unit.collaboration();
  const { zone, homeTenant, homeChannel } = collaboration;
  const lastTouch = await unit.deliveries.lastTouch(silent.id);
  const moment = touchMoment(calendar, { now, lastTouch, zone: silent.zone ?? zone, until: round.closes });
  if (moment === undefined) return dropped;
  if (moment > now) return { is: 'not now', outcome: { state: 'queued' }, after: moment };
  const facts = await surveyFacts(unit, collaboration, round);
  const { tenantId, teamsUserId } = silent;
  const daysLeft = Math.round(
    (Date.parse(calendar.dateOf(round.closes, zone)) - Date.parse(calendar.dateOf(now, zone))) / 86_400_000,
  );
  return {
    is: 'ready',
    round: round.number,
    address: { to: 'person', tenantId, teamsUserId, channel: homeChannel, homeTenant },
    message: delivery.kind === 'reminder' ? { kind: 'reminder', facts, daysLeft } : { kind: 'survey copy', facts },
  };
};

/** What is dropped is so at once: no other nudge is put into it any more. */
const nudgeTo = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready | NotNow | undefined> => {
  const next = await readyNudge(unit, delivery, now, calendar);
  if (next.is === 'later') return { is: 'not now', outcome: { state: 'queued' }, after: next.after };
  if (next.is === 'nothing') {
    await unit.deliveries.settle(delivery.id, { state: 'dropped' }, now);
    return undefined;
  }
  const { homeTenant, homeChannel } = await unit.collaboration();
  const { tenantId, teamsUserId } = next.member;
  return {
    is: 'ready',
    address: { to: 'person', tenantId, teamsUserId, channel: homeChannel, homeTenant },
    message: { kind: 'nudge', facts: next.facts },
  };
};

const aboutRound = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready | NotNow> => {
  const round = delivery.round === undefined ? undefined : await unit.rounds.find(delivery.round);
  if (round === undefined || !isOpen(round, now)) return dropped;
  return delivery.member === undefined ? await toChannel(unit, round) : await toPerson(unit, delivery, round, now, calendar);
};

const outcomeOf = (sent: Sent): DeliveryOutcome => {
  switch (sent.outcome) {
    case 'sent':
      return { state: 'sent', conversation: sent.conversation, activity: sent.activity };
    case 'failed':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      return { state: 'unknown' };
    case 'later':
      return { state: 'queued' };
  }
};

/**
 * Sends one claimed delivery. Begun first, sent after, so at most once: whoever finds it begun by somebody who never came back
 * records "unknown" and does not send. May it run twice? Yes: the second finds nothing queued.
 */
export const deliver = ({ store, messenger, clock, calendar, log }: Needs) => {
  const prepare = (collaboration: CollaborationId, id: number): Promise<Begun | NotNow | undefined> =>
    store.within(collaboration, async (unit) => {
      const now = clock();
      const waiting = await unit.deliveries.find(id);
      if (waiting?.state === 'sending') return { is: 'not now', outcome: { state: 'unknown' } };
      if (waiting?.state !== 'queued') return undefined;
      const next = await (waiting.kind === 'nudge' ? nudgeTo : aboutRound)(unit, waiting, now, calendar);
      if (next?.is !== 'ready') return next;
      const begun = await unit.deliveries.begin(id, now);
      return begun && { ...next, attempts: begun.attempts };
    });

  return async (collaboration: CollaborationId, id: number): Promise<void> => {
    const next = await prepare(collaboration, id);
    if (next === undefined) return;
    const sent = next.is === 'ready' ? await messenger.post(next.address, next.message) : undefined;
    const outcome = next.is === 'ready' ? outcomeOf(sent ?? { outcome: 'unknown' }) : next.outcome;
    const after = next.is === 'ready' ? nextTry(sent, next.attempts, clock()) : next.after;
    await store.within(collaboration, async (unit) => {
      await unit.deliveries.settle(id, outcome, clock());
      // The round may have closed while its card was on the way: the card looks once more.
      if (outcome.state === 'sent' && next.is === 'ready' && next.round !== undefined && next.address.to === 'channel') {
        await unit.enqueue({ name: 'refresh survey card', collaboration, round: next.round });
      }
      if (outcome.state === 'queued') await unit.enqueue({ name: 'deliver', collaboration, delivery: id }, after && { after });
    });
    if (outcome.state === 'failed' || outcome.state === 'unknown')
      log.warn({ collaboration, delivery: id, outcome }, 'a delivery did not arrive for sure');
  };
};

const nextTry = (sent: Sent | undefined, attempts: number, now: Date): Date | undefined =>
  sent?.outcome === 'later' ? new Date(now.getTime() + pauseAfter(sent.afterSeconds, attempts) * 1_000) : undefined;
