import { isOwner, mayChange } from '../../domain/actions/action.ts';
import type { Action, ActionEvent, StuckCounts } from '../../domain/actions/action.ts';
import { actionLimits } from '../../domain/actions/agreeing.ts';
import { boardGroup, stuckCounts } from '../../domain/actions/board.ts';
import type { BoardGroup } from '../../domain/actions/board.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Language, Member } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** How many closed actions the board has: the latest. */
const mostClosed = 100;

export type ShownAction = {
  readonly action: Action;
  readonly group: BoardGroup;
  readonly own: boolean;
  readonly mayChange: boolean;
};

export type ActionsView = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly member: Member | undefined;
  /** Everybody: owners, those who may own one, and whoever said something. */
  readonly members: readonly Member[];
  /** In the collaboration's zone. */
  readonly today: string;
};

/** `more`: more are closed than are here. */
export type BoardView = ActionsView & {
  readonly actions: readonly ShownAction[];
  readonly stuck: StuckCounts;
  readonly more: boolean;
};
export type ActionView = ActionsView & ShownAction & { readonly history: readonly ActionEvent[] };
/** `last`: the furthest date a new action may have. */
export type PartnersView = ActionsView & { readonly last: string };

export const viewOf = async (unit: Unit, who: Inside, { clock, calendar }: Needs): Promise<ActionsView> => {
  const collaboration = await unit.collaboration();
  const members = await unit.members.all();
  return {
    language: who.language ?? collaboration.language,
    collaboration,
    member: await unit.members.of(who.person),
    members,
    today: calendar.dateOf(clock(), collaboration.zone),
  };
};

/** Who has not said anything is for integration managers to know, and for themselves; for everybody else it is due. */
export const shown = (calendar: Calendar, action: Action, { member, collaboration }: ActionsView, now: Date): ShownAction => {
  const group = boardGroup(calendar, action, now, collaboration.zone);
  const own = member !== undefined && isOwner(action, member.id);
  const mayKnow = own || member?.integrationManager === true;
  return {
    ...{ action, own, group: group === 'silent' && !mayKnow ? 'due' : group },
    mayChange: member !== undefined && collaboration.closed === undefined && mayChange(action, member),
  };
};

/** Who agrees with whom: for a form. Changes nothing. */
export const readPartners =
  (needs: Needs) =>
  (who: Inside): Promise<PartnersView> =>
    needs.store.within(who.collaboration, async (unit) => {
      const view = await viewOf(unit, who, needs);
      return { ...view, last: needs.calendar.plusDays(view.today, actionLimits.daysAhead) };
    });

/** Every open action and the latest closed ones, for everybody in the channel, with why things are stuck. Changes nothing. */
export const readBoard =
  (needs: Needs) =>
  (who: Inside): Promise<BoardView> =>
    needs.store.within(who.collaboration, async (unit) => {
      const view = await viewOf(unit, who, needs);
      const open = await unit.actions.open();
      const closed = await unit.actions.closed(mostClosed + 1);
      const now = needs.clock();
      return {
        ...view,
        actions: [...open, ...closed.slice(0, mostClosed)].map((action) => shown(needs.calendar, action, view, now)),
        stuck: stuckCounts(open),
        more: closed.length > mostClosed,
      };
    });

/**
 * One action with its history. Through a linked channel: only to who owns it, with the names of its owners and nobody else's. Changes
 * nothing.
 */
export const readAction =
  (needs: Needs) =>
  (who: Inside, id: number): Promise<ActionView> =>
    needs.store.within(who.collaboration, async (unit) => {
      const view = await viewOf(unit, who, needs);
      const [action] = await unit.actions.some([id]);
      if (action === undefined) throw new Refused('no such action');
      const seen = shown(needs.calendar, action, view, needs.clock());
      if (who.through === undefined) return { ...view, ...seen, history: await unit.actions.history(id) };
      if (!seen.own) throw new Refused('no such action');
      const members = view.members.filter((member) => isOwner(action, member.id));
      return { ...view, members, ...seen, history: [] };
    });
