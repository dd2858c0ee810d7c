import { isOwner } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import { isStillAsked } from '../../domain/actions/nudging-now.ts';
import { merged, nudgesOf } from '../../domain/actions/nudging.ts';
import type { NudgeItem } from '../../domain/actions/nudging.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { touchMoment } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { NudgeFacts } from '../../domain/message.ts';
import type { Unit } from '../../ports/unit.ts';
import { peopleOf } from './people.ts';
import { claimBeforeSending } from './send-due-nudges.ts';

/** What to send of a nudge whose turn has come: now, not before `after`, or nothing, because nothing of it is so any more. */
export type ReadyNudge =
  | { readonly is: 'now'; readonly member: Member; readonly facts: NudgeFacts }
  | { readonly is: 'later'; readonly after: Date }
  | { readonly is: 'nothing' };

const factsOf = (
  collaboration: Collaboration,
  { id }: Pick<Member, 'id'>,
  items: readonly { readonly item: NudgeItem; readonly action: Action }[],
  members: readonly Member[],
): NudgeFacts => ({
  language: collaboration.language,
  collaboration: collaboration.id,
  purpose: collaboration.purpose,
  actions: items.map(({ item: { step }, action }) => ({
    ...{ id: action.id, text: action.text, kind: action.kind, due: action.due, step },
    ...(action.nextStep === undefined ? {} : { nextStep: action.nextStep }),
    own: isOwner(action, id),
    owners: action.owners.map(({ member, organisation }) => ({
      name: members.find((one) => one.id === member)?.name,
      organisation: collaboration.organisations.find((one) => one.id === organisation)?.name ?? '',
    })),
  })),
});

/**
 * Looks again at the moment of sending: what is closed by now, snoozed, or not theirs any more, is left out, and hours, holidays and the
 * 48 hours still count.
 */
export const readyNudge = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<ReadyNudge> => {
  const collaboration = await unit.collaboration();
  await claimBeforeSending(unit, collaboration.id, now, calendar);
  const members = await unit.members.all();
  const member = members.find(({ id }) => id === delivery.member);
  if (member === undefined) return { is: 'nothing' };
  const { all, onRoster } = peopleOf(members, collaboration);
  const person = all.find(({ id }) => id === member.id);
  if (person === undefined) return { is: 'nothing' };
  // From here on nothing is put into this message: who would waits for this transaction.
  const lastTouch = await unit.deliveries.lastTouch(member.id);
  const waiting = await unit.actions.ofDelivery(delivery.id);
  const actions = await unit.actions.some([...new Set(waiting.map(({ action }) => action))]);
  const find = (id: number): Action | undefined => actions.find((one) => one.id === id);
  const today = calendar.dateOf(now, collaboration.zone);
  const stands = (id: number) => {
    const action = find(id);
    if (action === undefined) return undefined;
    return {
      due: action.due,
      nudges: nudgesOf(calendar, action, person, onRoster),
      isStillAsked: (asked: Date) => isStillAsked(action, person.id, onRoster, { asked, today }),
    };
  };
  const items = merged(waiting, stands, now).flatMap((item) => {
    const action = find(item.action);
    return action === undefined ? [] : [{ item, action }];
  });
  if (items.length === 0) return { is: 'nothing' };
  const moment = touchMoment(calendar, { now, lastTouch, zone: person.zone });
  if (moment === undefined) return { is: 'nothing' };
  if (moment > now) return { is: 'later', after: moment };
  return { is: 'now', member, facts: factsOf(collaboration, member, items, members) };
};
