import { checkBackOn } from '../../domain/check-back.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Language, Role } from '../../domain/collaboration.ts';
import { closingTime, proposedClosingDate, reminders } from '../../domain/plan.ts';
import type { Reminder } from '../../domain/plan.ts';
import type { LocalQuestion } from '../../domain/local-question.ts';
import {
  asksAboutPartners,
  formFor,
  mostLocalQuestions,
  mostPartners,
  shortFormOf,
  withLocalQuestions,
} from '../../domain/questionnaire.ts';
import type { Instrument, InstrumentName } from '../../domain/questionnaire.ts';
import type { Mode } from '../../domain/round.ts';
import type { Headcount } from '../../domain/sums.ts';
import { chooseMode, defaultK, kTooLowForSoMany, launchability, launchabilityOfNetwork } from '../../domain/scoring/mode.ts';
import type { Launchability } from '../../domain/scoring/mode.ts';
import { isHere } from '../../domain/set-up.ts';
import type { Outcome } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside, PlacedMember } from '../gate.ts';
import { atHomeOnly, chairOrManager, integrationManagerOnly, isPlaced, refuseClosed } from '../gate.ts';
import { channelFor } from '../which-channel.ts';
import type { OpenRound } from './open-round.ts';
import { openRound } from './open-round.ts';
import { closedDesk } from './closed-desk.ts';
import type { ClosedDesk } from './closed-desk.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar; readonly instruments: Instruments };

/**
 * What an integration manager chooses; `closingDate` is a date in the collaboration's zone. `minutes`: it is filled in together, at the
 * start of a meeting, and open for so long from its launch; the closing date says nothing then.
 */
export type RoundWish = {
  readonly instrument: InstrumentName;
  /** Approved questions of the partners' own, by their ids. */
  readonly questions: readonly number[];
  readonly audience: readonly Role[];
  readonly k: number;
  readonly closingDate: string;
  readonly minutes?: number | undefined;
};

export type RoundPlan = {
  /** With the organisations that will take part. */
  readonly collaboration: Collaboration;
  readonly wish: RoundWish;
  readonly instrument: Instrument;
  /** What the partners want to have reached, as it stands. */
  readonly outcomes: readonly Outcome[];
  /** Questions of the partners' own that may be asked. */
  readonly approved: readonly LocalQuestion[];
  readonly mode: Mode;
  readonly invited: Headcount;
  readonly everybody: readonly PlacedMember[];
  readonly closes: Date;
  readonly reminders: readonly Reminder[];
  /** Why a round planned so could not be launched, or would publish nothing. */
  readonly obstacle:
    | Exclude<Launchability, 'can publish'>
    | 'closing date not ahead'
    | 'closing date too far'
    | 'k too low for so many'
    | 'too many questions'
    | 'no outcomes'
    | undefined;
};

export type RoundDesk =
  | ({ readonly is: 'open' } & OpenRound)
  | { readonly is: 'plan'; readonly plan: RoundPlan; readonly language: Language; readonly closed: ClosedDesk | undefined }
  /** For who is no integration manager: the open round, to answer. */
  | { readonly is: 'to answer'; readonly round: number };

const headcount = (collaboration: Collaboration, members: readonly PlacedMember[]): Headcount =>
  Object.fromEntries(
    collaboration.organisations.map(({ id }) => {
      const own = members.filter(({ organisation }) => organisation === id);
      const leader = own.filter(({ role }) => role === 'leader').length;
      return [String(id), { leader, employee: own.length - leader }];
    }),
  );

/** A round that is open longer than this, in days, is a mistyped year. */
const longestOpen = 120;

/** Why a round that is open from now cannot close then. */
export const dateObstacle = (closes: Date, now: Date) => {
  if (closes <= now) return 'closing date not ahead';
  return closes.getTime() - now.getTime() > longestOpen * 86_400_000 ? 'closing date too far' : undefined;
};

const obstacleOf = (found: Launchability) => (found === 'can publish' ? undefined : found);

const instrumentFor = (
  wish: RoundWish,
  {
    organisations,
    outcomes,
    approved,
  }: { organisations: number; outcomes: readonly Outcome[]; approved: readonly LocalQuestion[] },
  instruments: Instruments,
): Instrument => {
  const full = wish.instrument === 'check-back' ? checkBackOn(outcomes) : instruments(wish.instrument);
  const asked = formFor(wish.instrument, organisations) === 'short' ? shortFormOf(full) : full;
  return withLocalQuestions(
    asked,
    approved.filter(({ id }) => wish.questions.includes(id)).map(({ text }) => text),
  );
};

type PlanNeeds = Pick<Needs, 'calendar' | 'instruments'>;

/** The whole plan of a round, before anything is sent. Changes nothing. */
export const planOf = async (
  unit: Unit,
  wish: RoundWish,
  now: Date,
  { calendar, instruments }: PlanNeeds,
): Promise<RoundPlan> => {
  const all = await unit.collaboration();
  const collaboration = { ...all, organisations: all.organisations.filter(isHere) };
  const { zone, organisations } = collaboration;
  const approved = (await unit.localQuestions.all()).filter(({ state }) => state === 'approved');
  const outcomes = await unit.setUp.outcomes();
  const instrument = instrumentFor(wish, { organisations: organisations.length, outcomes, approved }, instruments);
  const channels = await unit.setUp.channels();
  // Also who takes part through a linked channel; not who did, through one that is not linked any more.
  const everybody = (await unit.members.all())
    .filter(isPlaced)
    .filter((member) => channelFor(member, channels) !== undefined)
    .filter(({ role, organisation }) => wish.audience.includes(role) && organisations.some(({ id }) => id === organisation));
  const invited = headcount(collaboration, everybody);
  const scope = {
    ...{ k: wish.k, audience: wish.audience, invited, organisations: organisations.map(({ id }) => String(id)) },
    ...(instrument.form === 'short' ? { partnersEach: mostPartners } : {}),
  };
  const ofPartners = asksAboutPartners(instrument);
  const closes =
    wish.minutes === undefined
      ? calendar.instantOf(wish.closingDate, closingTime, zone)
      : new Date(now.getTime() + wish.minutes * 60_000);
  return {
    ...{ collaboration, wish, instrument, outcomes, approved, invited, everybody, closes },
    mode: ofPartners ? chooseMode(scope) : 'pooled',
    reminders: reminders(calendar, now, closes, zone),
    obstacle:
      (wish.instrument === 'check-back' && outcomes.length === 0 ? 'no outcomes' : undefined) ??
      dateObstacle(closes, now) ??
      (wish.questions.length > mostLocalQuestions ? 'too many questions' : undefined) ??
      (kTooLowForSoMany(scope)
        ? 'k too low for so many'
        : obstacleOf(ofPartners ? launchability(scope) : launchabilityOfNetwork(scope))),
  };
};

const proposal = async (unit: Unit, now: Date, { calendar }: PlanNeeds): Promise<RoundWish> => {
  const { zone, nextMeeting } = await unit.collaboration();
  const closingDate = proposedClosingDate(calendar, calendar.dateOf(now, zone), nextMeeting, zone);
  return { instrument: 'relational', questions: [], audience: ['leader'], k: defaultK, closingDate };
};

/** The smallest change that makes a proposal work: leaders only may go down to k = 3 (P1). */
const workableProposal = async (unit: Unit, now: Date, needs: PlanNeeds, minutes?: number): Promise<RoundPlan> => {
  const wish = { ...(await proposal(unit, now, needs)), ...(minutes === undefined ? {} : { minutes }) };
  const plans = await Promise.all([5, 4, 3].map((k) => planOf(unit, { ...wish, k }, now, needs)));
  const usual = plans[0] ?? (await planOf(unit, wish, now, needs));
  return (
    plans.find(({ obstacle, mode }) => obstacle === undefined && mode === 'matrix') ??
    plans.find(({ obstacle }) => obstacle === undefined) ??
    usual
  );
};

/**
 * What an integration manager sees of surveys: the open round, or the plan of the next; `minutes`, or as the wish says: of one that is filled
 * in together at a meeting, also for a chair. Changes nothing.
 */
export const planRound =
  ({ store, clock, ...needs }: Needs) =>
  async (who: Inside, wish?: RoundWish, minutes?: number): Promise<RoundDesk> =>
    await store.within(who.collaboration, async (unit) => {
      refuseClosed(await unit.collaboration());
      const together = wish === undefined ? minutes : wish.minutes;
      const latest = await unit.rounds.latest();
      const member = await unit.members.of(who.person);
      const mayPlan = member?.integrationManager === true && who.through === undefined;
      if (!mayPlan && latest?.state === 'open') return { is: 'to answer', round: latest.number };
      atHomeOnly(who);
      await (together === undefined ? integrationManagerOnly : chairOrManager)(unit, who.person);
      if (latest?.state === 'open') return { is: 'open', ...(await openRound(unit, latest, who.language)) };
      const language = who.language ?? (await unit.collaboration()).language;
      const now = clock();
      const plan = wish === undefined ? await workableProposal(unit, now, needs, minutes) : await planOf(unit, wish, now, needs);
      return { is: 'plan', plan, language, closed: await closedDesk(unit, latest, now) };
    });

/** What a plan shows that can change behind it: the roster, and the days that pass. */
export type Shown = {
  readonly mode: Mode;
  /** People, by organisation. */
  readonly invited: Readonly<Record<string, number>>;
  /** Days of reminders, in the collaboration's zone. */
  readonly reminders: readonly string[];
};

export const shownOf = ({ mode, invited, reminders: planned }: RoundPlan): Shown => ({
  mode,
  invited: Object.fromEntries(Object.entries(invited).map(([id, { leader, employee }]) => [id, leader + employee])),
  reminders: planned.map(({ day }) => day),
});

/** A plan is launched as it was shown, or not at all. */
export const refuseOther = (plan: RoundPlan, seen: Shown): void => {
  const { mode, invited, reminders: days } = shownOf(plan);
  const ids = new Set([...Object.keys(invited), ...Object.keys(seen.invited)]);
  const same = mode === seen.mode && days.join() === seen.reminders.join();
  if (!same || [...ids].some((id) => invited[id] !== seen.invited[id])) throw new Refused('changed meanwhile');
};

/** A launch that cannot give publishable results is refused, with its reason. */
export const refuseObstacle = ({ obstacle }: RoundPlan): void => {
  if (obstacle !== undefined) throw new Refused(obstacle);
};
