import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Message } from '../../domain/message.ts';
import { isOpen } from '../../domain/round.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Messenger } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { placesOf } from '../sending/places.ts';
import type { Place } from '../sending/places.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly messenger: Messenger; readonly clock: Clock; readonly log: Log };

/** Teams fetches a person's own view by itself for at most this many of a card. */
const mostRefreshed = 60;

/** In the order of joining, whoever has answered: the list stands in the card that everybody gets (method.md, P11). */
export const refreshFor = async (unit: Unit): Promise<readonly string[]> =>
  (await unit.members.all()).slice(0, mostRefreshed).map(({ teamsUserId }) => teamsUserId);

/**
 * Teams draws a changed card anew for everybody, and what somebody has typed on their own page of it is gone: while people are
 * answering it is left alone, until nobody has opened or saved a page for this long (milliseconds; a page takes about a minute).
 */
const quiet = 180_000;

type Fresh = { readonly places: readonly Place[]; readonly message: Message };

const freshCard = async (unit: Unit, number: number, now: Date): Promise<Fresh | { readonly notBefore: Date } | undefined> => {
  const round = await unit.rounds.find(number);
  const home = await unit.collaboration();
  // More than one where one that was given up for lost had arrived, and it was posted again.
  const places = placesOf(await unit.deliveries.cards(number), home.homeTenant);
  if (round === undefined || places.length === 0) return undefined;
  const facts = await surveyFacts(unit, home, round);
  if (!isOpen(round, now)) return { places, message: { kind: 'survey closed', facts } };
  const notBefore = new Date((await unit.rounds.lastPage(number)).getTime() + quiet);
  if (notBefore > now) return { notBefore };
  return { places, message: { kind: 'survey', facts, refreshFor: await refreshFor(unit) } };
};

/**
 * Brings the channel's card up to date: counts while the round is open and nobody is at it, "closed" after. An update never notifies
 * anybody. May it run twice? Yes: it shows what is stored, whenever it runs.
 */
export const refreshSurveyCard =
  ({ store, messenger, clock, log }: Needs) =>
  async (collaboration: CollaborationId, number: number): Promise<void> => {
    const card = await store.within(collaboration, async (unit) => {
      // Brought up to date when messages are started again.
      if (!(await unit.sending.mayBegin())) return undefined;
      const fresh = await freshCard(unit, number, clock());
      if (fresh === undefined || 'places' in fresh) return fresh;
      await unit.enqueue({ name: 'refresh survey card', collaboration, round: number }, { after: fresh.notBefore });
      return undefined;
    });
    if (card === undefined) return;
    for (const place of card.places) {
      const sent = await messenger.update(place, card.message);
      // An update may run twice, so what is not known to have arrived is done again.
      if (sent.outcome === 'later' || sent.outcome === 'unknown') throw new Error('the survey card is to be updated again');
      if (sent.outcome !== 'sent') log.warn({ collaboration, round: number, sent }, 'the survey card could not be updated');
    }
  };
