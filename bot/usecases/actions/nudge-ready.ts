import { isOwner } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import { isStillAsked } from '../../domain/actions/nudging-now.ts';
import { merged, nudgesOf } from '../../domain/actions/nudging.ts';
import type { NudgeItem, NudgeStep } from '../../domain/actions/nudging.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Message, NudgeFacts, ToldAction } from '../../domain/message.ts';
import type { Unit } from '../../ports/unit.ts';
import { asksForUpdates } from '../meetings/ahead.ts';
import { dropped, held, privately } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { peopleOf } from './people.ts';
import { claimBeforeSending } from './send-due-nudges.ts';

const ownersIn = ({ organisations }: Collaboration, members: readonly Member[], { owners }: Pick<Action, 'owners'>) =>
  owners.map(({ member, organisation }) => ({
    name: members.find((one) => one.id === member)?.name,
    organisation: organisations.find((one) => one.id === organisation)?.name ?? '',
  }));

/** Actions as an integration manager reads of them. */
export const factsOfActions =
  (collaboration: Collaboration, members: readonly Member[]) =>
  (actions: readonly Action[]): readonly ToldAction[] =>
    actions.map((action) => {
      const { id, text, due } = action;
      return { id, text, due, owners: ownersIn(collaboration, members, action) };
    });

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
    owners: ownersIn(collaboration, members, action),
  })),
});

/** A person, and what still is so of what waits for them in one delivery; undefined: they are not here any more. */
export type WaitingNudges = {
  readonly member: Member;
  readonly zone: string;
  readonly lastTouch: Date | undefined;
  readonly facts: NudgeFacts;
};

/** Looks again at the moment of sending: what is closed by now, snoozed, or not theirs any more, is left out. */
export const waitingNudges = async (
  unit: Unit,
  delivery: Delivery,
  now: Date,
  calendar: Calendar,
): Promise<WaitingNudges | undefined> => {
  const collaboration = await unit.collaboration();
  await claimBeforeSending(unit, collaboration.id, now, calendar);
  if (delivery.member === undefined) return undefined;
  // From here on nothing is put into this message: who would waits for this transaction.
  const lastTouch = await unit.deliveries.lastTouch(delivery.member);
  const waiting = await unit.actions.ofDelivery(delivery.id);
  const actions = await unit.actions.some([...new Set(waiting.map(({ action }) => action))]);
  const owners = actions.flatMap((action) => action.owners.flatMap((owner) => owner.member ?? []));
  // Only whom it is about: a message costs the same whatever the size of the roster.
  const members = await unit.members.some([delivery.member, ...owners]);
  const member = members.find(({ id }) => id === delivery.member);
  if (member === undefined) return undefined;
  const { all, onRoster } = peopleOf(members, collaboration);
  const person = all.find(({ id }) => id === member.id);
  if (person === undefined) return undefined;
  const find = (id: number): Action | undefined => actions.find((one) => one.id === id);
  const today = calendar.dateOf(now, collaboration.zone);
  const asksNow = waiting.some(({ step }) => step === 'before meeting') && (await asksForUpdates(unit, now, calendar));
  const stands = (id: number) => {
    const action = find(id);
    if (action === undefined) return undefined;
    return {
      due: action.due,
      nudges: nudgesOf(calendar, action, person, onRoster),
      isStillAsked: (asked: Date, step: NudgeStep) =>
        (step !== 'before meeting' || asksNow) && isStillAsked(action, person.id, onRoster, { asked, today }),
    };
  };
  const items = merged(waiting, stands, now).flatMap((item) => {
    const action = find(item.action);
    return action === undefined ? [] : [{ item, action }];
  });
  return { member, zone: person.zone, lastTouch, facts: factsOf(collaboration, member, items, members) };
};

/** A nudge whose turn has come; hours, holidays and the 48 hours still count. */
export const readyNudge = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const waiting = await waitingNudges(unit, delivery, now, calendar);
  if (waiting === undefined || waiting.facts.actions.length === 0) return dropped;
  return await toBeSent(unit, waiting, { kind: 'nudge', facts: waiting.facts }, now, calendar);
};

/** At this person's next moment, which may be now; where that is not before `until`, never. */
export const toBeSent = async (
  unit: Unit,
  { member, zone, lastTouch, until }: Omit<WaitingNudges, 'facts'> & { readonly until?: Date },
  message: Message,
  now: Date,
  calendar: Calendar,
): Promise<Ready> => {
  const turn = turnOf(calendar, { now, lastTouch, zone, ...(until === undefined ? {} : { until }) });
  if (turn === undefined) return dropped;
  return turn.held === undefined ? await privately(unit, member, message) : held(turn.held);
};
