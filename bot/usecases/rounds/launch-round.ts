import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { cardDelivery } from '../../domain/delivery.ts';
import type { Reminder } from '../../domain/plan.ts';
import type { Round } from '../../domain/round.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager, integrationManagerOnly } from '../gate.ts';
import { messageTo, messageToChannel } from '../sending/message-to.ts';
import type { RoundPlan, RoundWish, Shown } from './plan-round.ts';
import { planOf, refuseObstacle, refuseOther } from './plan-round.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instruments: Instruments;
};

/** A card in every channel at once; a personal copy to each invited person when their day allows it, but not where they sit together. */
const sendOut = async (unit: Unit, plan: RoundPlan, round: number, now: Date, calendar: Calendar): Promise<void> => {
  const { collaboration } = plan;
  for (const { home, channel } of await unit.setUp.channels())
    await messageToChannel(unit, collaboration.id, cardDelivery(round, 1, home ? undefined : channel), now);
  if (plan.wish.minutes !== undefined) return;
  for (const { id: member, zone = collaboration.zone } of plan.everybody) {
    const wish = { key: `survey copy ${round} ${member}`, kind: 'survey copy', round, member } as const;
    await messageTo(unit, collaboration.id, wish, { now, zone, until: plan.closes }, calendar);
  }
};

/** What the clock does of a round that was opened: reminders, and its close. */
export const scheduleRound = async (
  unit: Unit,
  collaboration: CollaborationId,
  { number: round, closes }: Round,
  reminders: readonly Reminder[],
): Promise<void> => {
  for (const { day, at } of reminders) await unit.enqueue({ name: 'remind', collaboration, round, day }, { after: at });
  await unit.enqueue({ name: 'close round', collaboration, round }, { after: closes });
};

/** Opens a round, for `by`; undefined: the clock. Nothing of it is kept where it is refused. Who asks has the collaboration to themselves. */
export const openAsPlanned = async (
  unit: Unit,
  plan: RoundPlan,
  by: Person | undefined,
  now: Date,
  calendar: Calendar,
): Promise<Round> => {
  if ((await unit.rounds.latest())?.state === 'open') throw new Refused('one is open');
  refuseObstacle(plan);
  const { mode, closes, collaboration, instrument, wish } = plan;
  const round = await unit.rounds.launch({ mode, k: wish.k, audience: wish.audience, opens: now, closes, instrument });
  if (round === 'one is open') throw new Refused('one is open');
  const invited = plan.everybody.map(({ id: member, organisation, role }) => ({ member, organisation, role }));
  await unit.participation.invite(round.number, invited);
  await sendOut(unit, plan, round.number, now, calendar);
  await scheduleRound(unit, collaboration.id, round, plan.reminders);
  const { audience, minutes } = wish;
  const facts = { round: round.number, instrument: instrument.name, k: round.k, mode, audience };
  await unit.note('round launched', by, minutes === undefined ? facts : { ...facts, minutes }, now);
  return round;
};

/**
 * Opens a round: k, mode, audience and who is invited are frozen; its card, copies, reminders and its close are queued in the same
 * transaction. `seen`: the plan as the integration manager saw it, where what they sent says so. May it run twice? The second is refused: one round is open.
 */
export const launchRound =
  (needs: Needs) =>
  async (who: Inside, wish: RoundWish, seen?: Shown): Promise<SurveyFacts> => {
    const { store, clock, calendar } = needs;
    return await store.within(who.collaboration, async (unit) => {
      // Who says their place at this moment is either in the plan or finds the round open.
      await unit.oneAtATime();
      // A round filled in at the meeting is for who leads it.
      await (wish.minutes === undefined ? integrationManagerOnly : chairOrManager)(unit, who.person);
      const now = clock();
      const plan = await planOf(unit, wish, now, needs);
      if ((await unit.rounds.latest())?.state === 'open') throw new Refused('one is open');
      if (seen !== undefined) refuseOther(plan, seen);
      const round = await openAsPlanned(unit, plan, who.person, now, calendar);
      return await surveyFacts(unit, plan.collaboration, round, who.language);
    });
  };
