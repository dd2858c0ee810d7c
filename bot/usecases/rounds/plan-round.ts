import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Language, Role } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { closingTime, proposedClosingDate, reminders } from '../../domain/plan.ts';
import type { Reminder } from '../../domain/plan.ts';
import type { Mode } from '../../domain/round.ts';
import type { Headcount } from '../../domain/sums.ts';
import { chooseMode, defaultK, launchability } from '../../domain/scoring/mode.ts';
import type { Launchability } from '../../domain/scoring/mode.ts';
import { Refused } from '../../errors.ts';
import type { Clock, Store, Unit } from '../../ports.ts';
import type { Entered, PlacedMember } from '../gate.ts';
import { integrationManagerOnly, isPlaced } from '../gate.ts';
import { closedDesk } from './closed-desk.ts';
import type { ClosedDesk } from './closed-desk.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** What an integration manager chooses; `closingDate` is a date in the collaboration's zone. */
export type RoundWish = { readonly audience: readonly Role[]; readonly k: number; readonly closingDate: string };

export type RoundPlan = {
  readonly collaboration: Collaboration;
  readonly wish: RoundWish;
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
    | undefined;
};

export type RoundDesk =
  | { readonly is: 'plan'; readonly plan: RoundPlan; readonly language: Language; readonly closed: ClosedDesk | undefined }
  | { readonly is: 'open'; readonly facts: SurveyFacts }
  /** For who is no integration manager: the open round, to answer. */
  | { readonly is: 'to answer'; readonly round: number };

/** method.md, P1: k below 5 is for leaders only, or a small network: at most this many people invited. */
const smallNetwork = 30;

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

/** The whole plan of a round, before anything is sent. Changes nothing. */
export const planOf = async (unit: Unit, wish: RoundWish, now: Date, calendar: Calendar): Promise<RoundPlan> => {
  const collaboration = await unit.collaboration();
  const { zone, organisations } = collaboration;
  const everybody = (await unit.members.all()).filter(isPlaced).filter(({ role }) => wish.audience.includes(role));
  const invited = headcount(collaboration, everybody);
  const scope = { k: wish.k, audience: wish.audience, invited, organisations: organisations.map(({ id }) => String(id)) };
  const closes = calendar.instantOf(wish.closingDate, closingTime, zone);
  const tooLow = wish.k < defaultK && wish.audience.includes('employee') && everybody.length > smallNetwork;
  return {
    collaboration,
    wish,
    mode: chooseMode(scope),
    invited,
    everybody,
    closes,
    reminders: reminders(calendar, now, closes, zone),
    obstacle: dateObstacle(closes, now) ?? (tooLow ? 'k too low for so many' : obstacleOf(launchability(scope))),
  };
};

const proposal = async (unit: Unit, now: Date, calendar: Calendar): Promise<RoundWish> => {
  const { zone, nextMeeting } = await unit.collaboration();
  const closingDate = proposedClosingDate(calendar, calendar.dateOf(now, zone), nextMeeting, zone);
  return { audience: ['leader'], k: defaultK, closingDate };
};

/** The smallest change that makes a proposal work: leaders only may go down to k = 3 (P1). */
const workableProposal = async (unit: Unit, now: Date, calendar: Calendar): Promise<RoundPlan> => {
  const wish = await proposal(unit, now, calendar);
  const plans = await Promise.all([5, 4, 3].map((k) => planOf(unit, { ...wish, k }, now, calendar)));
  const usual = plans[0] ?? (await planOf(unit, wish, now, calendar));
  return (
    plans.find(({ obstacle, mode }) => obstacle === undefined && mode === 'matrix') ??
    plans.find(({ obstacle }) => obstacle === undefined) ??
    usual
  );
};

/** What an integration manager sees of surveys: the open round, or the plan of the next. Changes nothing. */
export const planRound =
  ({ store, clock, calendar }: Needs) =>
  async (who: Entered, wish?: RoundWish): Promise<RoundDesk> =>
    await store.within(who.collaboration, async (unit) => {
      const latest = await unit.rounds.latest();
      const member = await unit.members.of(who.person);
      if (!member?.integrationManager && latest?.state === 'open') return { is: 'to answer', round: latest.number };
      await integrationManagerOnly(unit, who.person);
      const collaboration = await unit.collaboration();
      const language = who.language ?? collaboration.language;
      if (latest?.state === 'open') return { is: 'open', facts: await surveyFacts(unit, collaboration, latest, language) };
      const now = clock();
      const plan = wish === undefined ? await workableProposal(unit, now, calendar) : await planOf(unit, wish, now, calendar);
      return { is: 'plan', plan, language, closed: await closedDesk(unit, latest, now) };
    });

/** A launch that cannot give publishable results is refused, with its reason. */
export const refuseObstacle = ({ obstacle }: RoundPlan): void => {
  if (obstacle !== undefined) throw new Refused(obstacle);
};
