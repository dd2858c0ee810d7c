import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Clock, Log, Messenger, Store, Unit } from '../../ports.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly messenger: Messenger; readonly clock: Clock; readonly log: Log };

/** Teams fetches a person's own view by itself for at most this many of a card. */
const mostRefreshed = 60;

/** Those who have not finished come first: their view is the one that changes. */
export const refreshFor = async (unit: Unit, round: number): Promise<readonly string[]> => {
  const silent = await unit.participation.silent(round);
  const others = (await unit.members.all()).filter(({ id }) => !silent.some((one) => one.id === id));
  return [...silent, ...others].slice(0, mostRefreshed).map(({ teamsUserId }) => teamsUserId);
};

/**
 * Brings the channel's card up to date: counts while the round is open, "closed" after. An update never notifies anybody.
 * May it run twice? Yes: it shows what is stored, whenever it runs.
 */
export const refreshSurveyCard =
  ({ store, messenger, clock, log }: Needs) =>
  async (collaboration: CollaborationId, number: number): Promise<void> => {
    const card = await store.within(collaboration, async (unit) => {
      const delivery = await unit.deliveries.keyed(`survey ${number}`);
      const round = await unit.rounds.find(number);
      if (round === undefined || delivery?.conversation === undefined || delivery.activity === undefined) return undefined;
      const home = await unit.collaboration();
      const facts = await surveyFacts(unit, home, round);
      const open = round.state === 'open' && clock() < round.closes;
      return {
        place: { tenantId: home.homeTenant, conversation: delivery.conversation, activity: delivery.activity },
        message: open
          ? { kind: 'survey' as const, facts, refreshFor: await refreshFor(unit, number) }
          : { kind: 'survey closed' as const, facts },
      };
    });
    if (card === undefined) return;
    const sent = await messenger.update(card.place, card.message);
    if (sent.outcome === 'later') throw new Error(`the survey card is to be updated again in ${sent.afterSeconds} s`);
    if (sent.outcome !== 'sent') log.warn({ collaboration, round: number, sent }, 'the survey card could not be updated');
  };
