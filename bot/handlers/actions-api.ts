import type { Request } from 'restify';
import { heldLine } from '../../adaptiveCards/delivery-parts.ts';
import { sayIn } from '../../locales/translate.ts';
import { actionChange, actionNumber, newAction, nudgeWish } from '../contracts/actions-api.ts';
import type { ActionChange, ActionPage, Board, NewAction, Nudged, Partners } from '../contracts/actions-api.ts';
import type { Collaboration, Language } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { UseCases } from '../usecases/all.ts';
import type { AgreedWish } from '../usecases/actions/agree-action.ts';
import type { ChangeWish } from '../usecases/actions/change-action.ts';
import type { NudgedOwner, NudgedWhen } from '../usecases/actions/nudge-now.ts';
import type { Inside } from '../usecases/gate.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';
import { actionPageOf, boardOf, partnersOf } from './shown-action.ts';

const numberOf = (request: Request): number => {
  const read = actionNumber.safeParse((request.params as { readonly action?: unknown }).action);
  if (!read.success) throw new Refused('no such action');
  return read.data;
};

const agreedWish = ({ nextStep, test, source, ...wish }: Omit<NewAction, 'request'>): AgreedWish => ({
  ...wish,
  ...(nextStep === undefined ? {} : { nextStep }),
  ...(test === undefined ? {} : { test }),
  source: source.from === 'pair' ? { from: 'pair', one: Number(source.one), other: Number(source.other) } : source,
});

const changeWish = (change: ActionChange['change']): ChangeWish => {
  switch (change.is) {
    case 'done': {
      const { verdict, keptBy } = change;
      return {
        is: 'done',
        ...(verdict === undefined ? {} : { verdict }),
        ...(keptBy === undefined ? {} : { keptBy: Number(keptBy) }),
      };
    }
    case 'more time': {
      const { due, nextStep } = change;
      return { is: 'more time', due, ...(nextStep === undefined ? {} : { nextStep }) };
    }
    default:
      return change;
  }
};

const whenLine = (language: Language, collaboration: Collaboration, owner: string, when: NudgedWhen): string => {
  const say = sayIn(language);
  if (typeof when === 'string') return say(`nudge.asked.${when}`, { owner });
  return when.held === undefined
    ? say('nudge.asked.now', { owner })
    : say('nudge.asked.later', { owner, why: heldLine(language, when.held, collaboration) });
};

const nudgeLine = (language: Language, collaboration: Collaboration, one: NudgedOwner): string => {
  const say = sayIn(language);
  const organisation = collaboration.organisations.find(({ id }) => id === one.owner.organisation)?.name ?? '';
  if (one.member === undefined) return say('nudge.asked.nobody', { owner: organisation });
  const { member, when, lastFailure } = one;
  const owner = say('action.person', { name: member.name, organisation });
  const line = whenLine(language, collaboration, owner, when);
  if (lastFailure === undefined) return line;
  return `${line} ${say('nudge.asked.lastFailure', { reason: say(`undelivered.${lastFailure}`) })}`;
};

/** Agreed actions, in the tab: the same use cases as behind the cards. */
export const actionsApi = (
  use: Pick<UseCases, 'readBoard' | 'readAction' | 'readPartners' | 'agreeAction' | 'changeAction' | 'nudgeNow'>,
) => {
  const page = async (who: Inside, id: number): Promise<ActionPage> => actionPageOf(await use.readAction(who, id));

  return {
    board: async (who: Inside): Promise<Board> => boardOf(await use.readBoard(who)),
    partners: async (who: Inside): Promise<Partners> => partnersOf(await use.readPartners(who)),
    page: (who: Inside, request: Request): Promise<ActionPage> => page(who, numberOf(request)),

    agree: async (who: Inside, request: Request): Promise<ActionPage> => {
      const { request: name, ...wish } = await sentBody(request, newAction);
      const { action } = await use.agreeAction(who, name, agreedWish(wish));
      return await page(who, action.id);
    },

    change: async (who: Inside, request: Request): Promise<ActionPage> => {
      const id = numberOf(request);
      const { seen, change } = await sentBody(request, actionChange);
      const changed = use.changeAction(who, id, changeWish(change), seen);
      return await orFresh(
        changed.then(() => page(who, id)),
        () => page(who, id),
      );
    },

    nudge: async (who: Inside, request: Request, language: Language): Promise<Nudged> => {
      const id = numberOf(request);
      await sentBody(request, nudgeWish);
      const { collaboration, owners } = await use.nudgeNow(who, id);
      return { lines: owners.map((one) => nudgeLine(language, collaboration, one)) };
    },
  };
};
