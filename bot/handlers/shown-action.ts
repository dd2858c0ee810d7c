import type { ActionPage, Board, Partners, Said, ShownAction } from '../contracts/actions-api.ts';
import { isAsleep } from '../domain/actions/action.ts';
import type { ActionEvent, ActionSource, Owner, Stuck } from '../domain/actions/action.ts';
import { isHere } from '../domain/set-up.ts';
import { isPlaced } from '../usecases/gate.ts';
import type { ActionsView, ActionView, BoardView, PartnersView, ShownAction as Found } from '../usecases/actions/read-actions.ts';

export const organisationsOf = ({ collaboration }: ActionsView): Board['organisations'] =>
  collaboration.organisations.map((one) => ({ id: String(one.id), name: one.name, left: !isHere(one) }));

const nameOf = ({ members }: ActionsView, member: number | undefined): string | null =>
  members.find(({ id }) => id === member)?.name ?? null;

export const ownersOf = (view: ActionsView, owners: readonly Owner[]): ShownAction['owners'] =>
  owners.map(({ organisation, member }) => ({ organisation: String(organisation), name: nameOf(view, member) }));

export const stuckOf = ({ because, words }: Stuck) => ({ because, words: words ?? null });

export const shownOf = (view: ActionsView & { readonly today: string }, { action, group, own }: Found): ShownAction => {
  const { id, text, kind, state, due, owners, nextStep, stuck, snoozed, verdict, keptBy } = action;
  return {
    ...{ id, text, kind, state, group, due, own },
    owners: ownersOf(view, owners),
    nextStep: nextStep ?? null,
    stuck: stuck === undefined ? null : stuckOf(stuck),
    snoozed: snoozed === undefined || !isAsleep(action, view.today) ? null : { ...snoozed },
    verdict: verdict ?? null,
    keptBy: keptBy === undefined ? null : String(keptBy),
  };
};

export const boardOf = (view: BoardView): Board => ({
  zone: view.collaboration.zone,
  organisations: organisationsOf(view),
  mayAgree: isPlaced(view.member) && view.collaboration.closed === undefined,
  actions: view.actions.map((one) => shownOf(view, one)),
  stuck: view.stuck,
  more: view.more,
});

const sourceOf = (source: ActionSource): ActionPage['action']['source'] =>
  source.from === 'pair'
    ? { from: 'pair', one: String(source.one), other: String(source.other) }
    : source.from === 'meeting'
      ? { from: 'meeting', date: source.date, ...(source.area === undefined ? {} : { area: source.area }) }
      : source;

const changedTo = (view: ActionsView, { due, nextStep, owners, stuck, snoozed, said }: ActionEvent['is']): Partial<Said> => ({
  ...(due === undefined ? {} : { due }),
  ...(nextStep === undefined ? {} : { nextStep }),
  ...(owners === undefined ? {} : { owners: ownersOf(view, owners) }),
  ...(stuck === undefined ? {} : { stuck: stuckOf(stuck) }),
  ...(snoozed === undefined ? {} : { snoozed: { ...snoozed } }),
  ...(said === undefined ? {} : { said }),
});

export const saidOf = (view: ActionsView, { what, by, at, is }: ActionEvent): Said => ({
  ...{ what, by: nameOf(view, by), at: at.toISOString() },
  ...changedTo(view, is),
});

export const actionPageOf = (view: ActionView): ActionPage => ({
  zone: view.collaboration.zone,
  today: view.today,
  organisations: organisationsOf(view),
  mayChange: view.mayChange,
  mayNudge: view.member?.integrationManager === true,
  seen: view.history.length,
  action: {
    ...shownOf(view, view),
    test: view.action.test === undefined ? null : { ...view.action.test },
    source: sourceOf(view.action.source),
    moved: view.action.moved,
  },
  history: view.history.map((event) => saidOf(view, event)),
});

export const partnersOf = (view: PartnersView): Partners => ({
  you: isPlaced(view.member) ? view.member.id : null,
  today: view.today,
  last: view.last,
  organisations: organisationsOf(view),
  people: view.members
    .filter(isPlaced)
    .map(({ id, name, organisation }) => ({ id, name, organisation: String(organisation) }))
    .sort((one, other) => one.name.localeCompare(other.name)),
});
