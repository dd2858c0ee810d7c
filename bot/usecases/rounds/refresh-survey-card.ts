import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Message } from '../../domain/message.ts';
import { isOpen } from '../../domain/round.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Messenger } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { cardsIn } from '../sending/places.ts';
import type { Place } from '../sending/places.ts';
import { factsIn, surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly messenger: Messenger; readonly clock: Clock; readonly log: Log };

/** Teams fetches a person's own view by itself for at most this many of a card. */
const mostRefreshed = 60;

/**
 * In the order of joining, whoever has answered: the list stands in the card that everybody gets (method.md, P11). In each channel those
 * who take part through it: nobody else's id crosses.
 */
export const refreshFor = async (
  unit: Unit,
  { channel, home }: Pick<LinkedChannel, 'channel' | 'home'>,
): Promise<readonly string[]> =>
  (await unit.members.all())
    .filter(({ through }) => (home ? through === undefined : through === channel))
    .slice(0, mostRefreshed)
    .map(({ teamsUserId }) => teamsUserId);

/**
 * Teams draws a changed card anew for everybody, and what somebody has typed on their own page of it is gone: while people are
 * answering it is left alone, until nobody has opened or saved a page for this long (milliseconds; a page takes about a minute).
 */
const quiet = 180_000;

type Fresh = readonly { readonly place: Place; readonly message: Message }[];

const freshCards = async (unit: Unit, number: number, now: Date): Promise<Fresh | { readonly notBefore: Date } | undefined> => {
  const round = await unit.rounds.find(number);
  const home = await unit.collaboration();
  // More than one where one that was given up for lost had arrived, and it was posted again.
  // In each channel of the collaboration; more than one where one that was given up for lost had arrived, and it was posted again.
  const cards = cardsIn(await unit.deliveries.cards(number), await unit.setUp.channels());
  if (round === undefined || cards.length === 0) return undefined;
  const facts = await surveyFacts(unit, home, round);
  const open = isOpen(round, now);
  const notBefore = new Date((await unit.rounds.lastPage(number)).getTime() + quiet);
  if (open && notBefore > now) return { notBefore };
  return await Promise.all(
    cards.map(async ({ place, channel }) => {
      const there = factsIn(facts, channel);
      const message: Message = open
        ? { kind: 'survey', facts: there, refreshFor: await refreshFor(unit, channel) }
        : { kind: 'survey closed', facts: there };
      return { place, message };
    }),
  );
};

/**
 * Brings the card of each channel up to date: counts while the round is open and nobody is at it, "closed" after. An update never notifies
 * anybody. May it run twice? Yes: it shows what is stored, whenever it runs.
 */
export const refreshSurveyCard =
  ({ store, messenger, clock, log }: Needs) =>
  async (collaboration: CollaborationId, number: number): Promise<void> => {
    const cards = await store.within(collaboration, async (unit) => {
      // Brought up to date when messages are started again.
      if (!(await unit.sending.mayBegin())) return undefined;
      const fresh = await freshCards(unit, number, clock());
      if (fresh === undefined || !('notBefore' in fresh)) return fresh;
      await unit.enqueue({ name: 'refresh survey card', collaboration, round: number }, { after: fresh.notBefore });
      return undefined;
    });
    for (const { place, message } of cards ?? []) {
      const sent = await messenger.update(place, message);
      // An update may run twice, so what is not known to have arrived is done again.
      if (sent.outcome === 'later' || sent.outcome === 'unknown') throw new Error('the survey card is to be updated again');
      if (sent.outcome !== 'sent') log.warn({ collaboration, round: number, sent }, 'the survey card could not be updated');
    }
  };
