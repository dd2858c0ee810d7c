import type { CollaborationId } from '../../domain/collaboration.ts';
import { inLanguageOf } from '../../domain/message.ts';
import type { Message } from '../../domain/message.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Messenger } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { placesOf } from '../sending/places.ts';
import type { Place } from '../sending/places.ts';
import { channelFor } from '../which-channel.ts';
import { factsIn, surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly messenger: Messenger; readonly clock: Clock; readonly log: Log };

/** At most this many in one second, of the 50 requests that Teams allows: everything else of the tenant goes on meanwhile. */
const batch = 20;
const pause = 1_000;

type Closing = {
  /** Each with what stands there from now on, in the language of who reads it. */
  readonly copies: readonly { readonly place: Place; readonly message: Message }[];
  /** Undefined: these are the last. */
  readonly next: number | undefined;
};

const closing = async (unit: Unit, number: number, last: number): Promise<Closing | undefined> => {
  // They are closed when messages are started again.
  if (!(await unit.sending.mayBegin())) return undefined;
  const round = await unit.rounds.find(number);
  if (round?.state !== 'closed') return undefined;
  const home = await unit.collaboration();
  const sent = await unit.deliveries.sentToPeople(number, last, batch);
  const readers = await unit.members.some(sent.flatMap(({ member }) => member ?? []));
  const facts = await surveyFacts(unit, home, round);
  const channels = await unit.setUp.channels();
  const copies = sent.flatMap((copy) => {
    const reader = readers.find(({ id }) => id === copy.member);
    const channel = reader && channelFor(reader, channels);
    if (channel === undefined) return [];
    const message = inLanguageOf(reader, { kind: 'survey closed', facts: factsIn(facts, channel) } as const);
    return placesOf([copy], channel.tenantId).map((place) => ({ place, message }));
  });
  return { copies, next: sent.length < batch ? undefined : sent.at(-1)?.id };
};

/**
 * Personal copies and reminders of a closed round say that it is closed; an update never notifies anybody. One batch, which asks for
 * the next one. May it run twice? Yes: it says the same again. One that cannot be changed is left as it is: its button says so too.
 */
export const closeCopies =
  ({ store, messenger, clock, log }: Needs) =>
  async (collaboration: CollaborationId, number: number, last: number): Promise<void> => {
    const now = await store.within(collaboration, (unit) => closing(unit, number, last));
    if (now === undefined) return;
    const { copies, next } = now;
    const sent = await Promise.all(copies.map(({ place, message }) => messenger.update(place, message)));
    // The whole batch again, after a pause that grows.
    if (sent.some(({ outcome }) => outcome === 'later')) throw new Error('copies are to be updated again');
    const left = sent.filter(({ outcome }) => outcome !== 'sent').length;
    if (left > 0) log.warn({ collaboration, round: number, left }, 'copies of a closed round could not be updated');
    if (next === undefined) return;
    await store.within(collaboration, async (unit) => {
      const after = new Date(clock().getTime() + pause);
      await unit.enqueue({ name: 'close copies', collaboration, round: number, last: next }, { after });
    });
  };
