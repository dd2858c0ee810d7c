import { restedSince } from '../../domain/calendar.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { pauseAfter } from '../../domain/delivery.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Messenger, Sent } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { readyNudge } from '../actions/nudge-ready.ts';
import { readyTelling } from '../actions/tell-home.ts';
import { readyCheckOut } from '../check-outs/check-out-ready.ts';
import { readyLinkAsked, readyLinked } from '../linking/link-ready.ts';
import { readyUpdateRequest } from '../meetings/ask-for-updates.ts';
import { readyBrief } from '../meetings/brief-chairs.ts';
import { readyMinutes } from '../meetings/minutes.ts';
import { readySince } from '../meetings/since-last.ts';
import { readySurveyNotOpened } from '../meetings/survey-not-opened.ts';
import { readySurvey } from '../rounds/survey-ready.ts';
import { readyDigest } from './digest-ready.ts';
import { held } from './ready.ts';
import type { Ready } from './ready.ts';

type Needs = {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

type Begun = Extract<Ready, { is: 'ready' }> & { readonly attempts: number };
type NotNow = Extract<Ready, { is: 'not now' }>;

const readyFor = (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  switch (delivery.kind) {
    case 'nudge':
      return readyNudge(unit, delivery, now, calendar);
    case 'agreed':
      return readyTelling(unit, delivery);
    case 'digest':
      return readyDigest(unit, delivery, now, calendar);
    case 'check-out':
      return readyCheckOut(unit, delivery, now);
    case 'survey not opened':
      return readySurveyNotOpened(unit, delivery, now, calendar);
    case 'brief':
      return readyBrief(unit, delivery, now, calendar);
    case 'update request':
      return readyUpdateRequest(unit, delivery, now, calendar);
    case 'since last':
      return readySince(unit, delivery, now, calendar);
    case 'minutes':
      return readyMinutes(unit, delivery);
    case 'link asked':
      return readyLinkAsked(unit, delivery, now);
    case 'linked':
      return readyLinked(unit, delivery);
    default:
      return readySurvey(unit, delivery, now, calendar);
  }
};

/** To a person only if it is their turn over all collaborations: where another has just written to them, it waits like any other. */
const readyInTurn = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const ready = await readyFor(unit, delivery, now, calendar);
  if (ready.is !== 'ready' || delivery.member === undefined) return ready;
  if (await unit.deliveries.takeTurn(delivery.member, now, restedSince(now))) return ready;
  const again = await readyFor(unit, delivery, now, calendar);
  if (again.is === 'ready') throw new Error('it is not their turn, and nothing says why');
  return again;
};

/** What became of a message that was posted. `now`: when its answer came. */
const outcomeOf = (sent: Sent, attempts: number, now: Date): DeliveryOutcome => {
  switch (sent.outcome) {
    case 'sent':
      return { state: 'sent', conversation: sent.conversation, activity: sent.activity };
    case 'failed':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      return { state: 'unknown' };
    case 'later': {
      const until = new Date(now.getTime() + pauseAfter(sent.afterSeconds, attempts) * 1_000);
      return { state: 'queued', held: { because: 'asked to wait', until } };
    }
  }
};

/**
 * Sends one claimed delivery. Begun first, sent after, so at most once: whoever finds it begun by somebody who never came back
 * records "unknown" and does not send. May it run twice? Yes: the second finds nothing queued.
 */
export const deliver = ({ store, messenger, clock, calendar, log }: Needs) => {
  const prepare = (collaboration: CollaborationId, id: number): Promise<Begun | NotNow | undefined> =>
    store.within(collaboration, async (unit) => {
      // Nothing is begun once somebody has stopped all messages, and who stops them waits for what is begun here.
      const may = await unit.sending.mayBegin();
      const now = clock();
      const waiting = await unit.deliveries.find(id);
      if (waiting?.state === 'sending') return { is: 'not now', outcome: { state: 'unknown' } };
      if (waiting?.state !== 'queued') return undefined;
      const next = may ? await readyInTurn(unit, waiting, now, calendar) : held({ because: 'stopped' });
      if (next.is === 'not now') {
        // At once: no other nudge is put into what is dropped, and a start finds what the stop has held. Another server may have begun it
        // since we looked: then it is not ours to put off.
        if (await unit.deliveries.settleWaiting(id, next.outcome, now)) await askAgain(unit, collaboration, id, next.outcome);
        return undefined;
      }
      const begun = await unit.deliveries.begin(id, now);
      if (begun !== undefined) return { ...next, attempts: begun.attempts };
      // A turn that was taken is given back with this transaction; the job finds next time what became of the delivery.
      if (waiting.member !== undefined) throw new Error('somebody else has begun this delivery meanwhile');
      return undefined;
    });

  /** What waits for a moment is asked for again at that moment; what is stopped, when messages are started. */
  const askAgain = async (unit: Unit, collaboration: CollaborationId, id: number, outcome: DeliveryOutcome): Promise<void> => {
    if (outcome.state === 'queued' && outcome.held?.until !== undefined)
      await unit.enqueue({ name: 'deliver', collaboration, delivery: id }, { after: outcome.held.until });
  };

  /** It never changes, and is asked for before every message. */
  const tenants = new Map<CollaborationId, string>();
  const tenantOf = async (collaboration: CollaborationId): Promise<string> => {
    const known = tenants.get(collaboration);
    if (known !== undefined) return known;
    const { homeTenant } = await store.within(collaboration, (unit) => unit.collaboration());
    tenants.set(collaboration, homeTenant);
    return homeTenant;
  };

  return async (collaboration: CollaborationId, id: number): Promise<void> => {
    await messenger.ready(await tenantOf(collaboration));
    const next = await prepare(collaboration, id);
    if (next === undefined) return;
    const outcome =
      next.is === 'ready' ? outcomeOf(await messenger.post(next.address, next.message), next.attempts, clock()) : next.outcome;
    await store.within(collaboration, async (unit) => {
      await unit.deliveries.settle(id, outcome, clock());
      await askAgain(unit, collaboration, id, outcome);
      // The round, or the check-out, may have closed while its card was on the way: the card looks once more.
      if (outcome.state === 'sent' && next.is === 'ready' && next.round !== undefined)
        await unit.enqueue({ name: 'refresh survey card', collaboration, round: next.round });
      if (outcome.state === 'sent' && next.is === 'ready' && next.meeting !== undefined)
        await unit.enqueue({ name: 'show check-out', collaboration, meeting: next.meeting });
    });
    if (outcome.state === 'failed' || outcome.state === 'unknown')
      log.warn({ collaboration, delivery: id, outcome }, 'a delivery did not arrive for sure');
  };
};
