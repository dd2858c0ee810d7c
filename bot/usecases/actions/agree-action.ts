import type { Action, ActionSource } from '../../domain/actions/action.ts';
import { agreed } from '../../domain/actions/agreeing.ts';
import type { NewAction } from '../../domain/actions/agreeing.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { wakeForDigest } from '../sending/ask-digests.ts';
import { tellHome } from './tell-home.ts';
import { nextOf, ownersOf, peopleOf, speaker, wakeForNudges } from './people.ts';
import type { Speaking } from './people.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** `owners`: members, by their numbers. */
export type AgreedWish = Omit<NewAction, 'owners'> & { readonly owners: readonly number[] };

/**
 * `isNew`: this call agreed it, and not the same request before. `atHome`: agreed in the home channel, where whoever is asked there posts
 * its card as the answer.
 */
export type Agreed = { readonly action: Action; readonly isNew: boolean; readonly atHome: boolean };

const refuseUnknownPair = (source: ActionSource, { organisations }: Collaboration): void => {
  const isKnown = (id: number): boolean => organisations.some((organisation) => organisation.id === id);
  if (source.from === 'pair' && !(isKnown(source.one) && isKnown(source.other))) throw new Refused('unknown organisation');
};

/**
 * Any member agrees an action, for owners who answer for an organisation; its nudges are asked of the clock in the same transaction.
 * `request` names what was sent, such as an activity's id. `shownIn`: the channel in which the answer shows its card to everybody; where
 * that is not the home channel, the home channel is told. May it run twice? Yes: the same request again is the action it agreed.
 */
export const agreeAction =
  ({ store, clock, calendar }: Needs) =>
  (who: Speaking, request: string, wish: AgreedWish, shownIn?: string): Promise<Agreed> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const { id: by } = await speaker(unit, who);
      const before = await unit.actions.agreedWith(request);
      const collaboration = await unit.collaboration();
      const atHome = shownIn === collaboration.homeChannel;
      if (before !== undefined) return { action: before, isNew: false, atHome };
      const members = await unit.members.all();
      refuseUnknownPair(wish.source, collaboration);
      const now = clock();
      const today = calendar.dateOf(now, collaboration.zone);
      const action = agreed(calendar, { ...wish, owners: ownersOf(members, wish.owners) }, { now, today, by });
      if (typeof action === 'string') throw new Refused(action);
      const { state, due, owners, nextStep } = action;
      const is = { state, due, owners, ...(nextStep === undefined ? {} : { nextStep }) };
      const next = nextOf(calendar, { ...action, id: 0 }, peopleOf(members, collaboration), now);
      const kept = await unit.actions.agree(action, request, { what: 'agreed', by, at: now, was: {}, is }, next);
      if (kept === undefined) throw new Error(`${request} has agreed an action, and has not`);
      if (!atHome) await tellHome(unit, who.collaboration, kept.id, now);
      await wakeForNudges(unit, who.collaboration);
      await wakeForDigest(unit, who.collaboration, now, calendar);
      return { action: kept, isNew: true, atHome };
    });
