import type { Request } from 'restify';
import { deliveryLines } from '../../adaptiveCards/delivery-parts.ts';
import { sayIn } from '../../locales/translate.ts';
import { closeWish, launchWish, planQuestion } from '../contracts/manage-api.ts';
import type { RoundClosed, RoundDesk } from '../contracts/manage-api.ts';
import type { Language } from '../domain/collaboration.ts';
import { minutesOf, mostLocalQuestions } from '../domain/questionnaire.ts';
import { Refused } from '../errors.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import type { RoundDesk as Found, RoundPlan, RoundWish } from '../usecases/rounds/plan-round.ts';
import { shownOf } from '../usecases/rounds/plan-round.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';

const planIn = (language: Language, plan: RoundPlan, mayReopen: number | null): RoundDesk => {
  const { wish, instrument, collaboration, closes, approved, obstacle } = plan;
  const { mode, invited, reminders } = shownOf(plan);
  return {
    is: 'plan',
    wish: { ...wish, questions: [...wish.questions], audience: [...wish.audience] },
    ...{ mode, invited: { ...invited }, reminders: [...reminders] },
    form: instrument.form,
    closes: closes.toISOString(),
    minutes: minutesOf(instrument, collaboration.organisations.length, wish.audience),
    questions: approved.map(({ id, text }) => ({ id, text })),
    mostQuestions: mostLocalQuestions,
    outcomes: plan.outcomes.length,
    obstacle: obstacle === undefined ? null : sayIn(language)(`refused.${obstacle}`),
    mayReopen,
  };
};

const deskIn = (language: Language, desk: Found): RoundDesk => {
  if (desk.is === 'to answer') throw new Refused('only integration managers');
  if (desk.is === 'plan') return planIn(language, desk.plan, desk.closed?.mayReopen ? desk.closed.round : null);
  const { round, instrument, audience, k, mode, closes, answered, invited, leavesOut } = desk.facts;
  return {
    is: 'open',
    ...{ round, instrument, audience: [...audience], k, mode, answered, invited, leavesOut },
    closes: closes.toISOString(),
    deliveries: deliveryLines(sayIn(language), desk.report).map(({ text }) => text),
  };
};

/** Rounds, in the tab: the desk, launching and closing. `language`: of the request. */
export const roundApi = (use: Pick<UseCases, 'planRound' | 'launchRound' | 'closeRoundByHand'>) => {
  const desk = async (who: Inside, language: Language, wish?: RoundWish, minutes?: number): Promise<RoundDesk> =>
    deskIn(language, await use.planRound(who, wish, minutes));

  return {
    plan: async (who: Inside, request: Request, language: Language): Promise<RoundDesk> => {
      const { wish, minutes } = await sentBody(request, planQuestion);
      return await desk(who, language, wish, minutes);
    },

    launch: async (who: Inside, request: Request, language: Language): Promise<RoundDesk> => {
      const { wish, shown } = await sentBody(request, launchWish);
      const launched = use.launchRound(who, wish, shown);
      return await orFresh(
        launched.then(() => desk(who, language)),
        () => desk(who, language, wish),
      );
    },

    close: async (who: Inside, request: Request): Promise<RoundClosed> => {
      const { round } = await sentBody(request, closeWish);
      const { outcome } = await use.closeRoundByHand(who, round);
      return { round, outcome };
    },
  };
};
