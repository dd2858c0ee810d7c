import type { AgendaPage, ChosenArea, ReviewLine } from '../contracts/agenda-api.ts';
import type { Action } from '../domain/actions/action.ts';
import type { ChosenArea as Chosen } from '../domain/meetings/agenda.ts';
import { topicKey, topicOf } from '../domain/meetings/focus-choice.ts';
import { meetingLimits } from '../domain/meetings/meeting.ts';
import { sorted } from '../domain/meetings/sorter.ts';
import { isPlaced } from '../usecases/gate.ts';
import type { AgendaView } from '../usecases/meetings/agenda/read-agenda.ts';
import { organisationsOf, ownersOf, saidOf, shownOf, stuckOf } from './shown-action.ts';

const twoDecimals = (share: number | undefined): number | null => (share === undefined ? null : Math.round(share * 100) / 100);

const lineOf = (view: AgendaView, action: Action): ReviewLine => {
  const event = view.said.get(action.id);
  const { id, text, kind, due, nextStep, stuck } = action;
  const said = event && saidOf(view, event);
  return {
    ...{ id, text, kind, due, nextStep: nextStep ?? null },
    owners: view.review.late.includes(action) ? [] : ownersOf(view, action.owners),
    stuck: stuck === undefined ? null : stuckOf(stuck),
    said:
      said === undefined
        ? null
        : {
            ...{ what: said.what, at: said.at },
            ...(said.due === undefined ? {} : { due: said.due }),
            ...(said.stuck === undefined ? {} : { stuck: said.stuck }),
            ...(said.snoozed === undefined ? {} : { snoozed: said.snoozed }),
            ...(said.said === undefined ? {} : { said: said.said }),
          },
  };
};

const chosenOf = (view: AgendaView, { id, topic, sorting, groups }: Chosen): ChosenArea => {
  const key = topicKey(topic);
  const silent = view.silent.find(({ area }) => area === id);
  return {
    ...{ id, key, topic },
    area: view.offered.areas.find((area) => topicKey(topicOf(area)) === key) ?? null,
    sorting: sorting ?? null,
    way: sorting === undefined ? null : sorted(sorting),
    groups: groups?.map((group) => ownersOf(view, group)) ?? null,
    silent: silent === undefined ? null : silent.shown === undefined ? 'writing' : 'shown',
  };
};

const hereOf = ({ here: { present }, collaboration }: AgendaView): AgendaPage['here'] =>
  present === undefined
    ? null
    : collaboration.organisations.flatMap(({ id }) => {
        const count = present.filter(({ organisation }) => organisation === id).length;
        return count === 0 ? [] : [{ organisation: String(id), count }];
      });

export const agendaPageOf = (view: AgendaView): AgendaPage => {
  const { collaboration, meeting, agenda, last, next, review, offered } = view;
  const lines = (actions: readonly Action[]): ReviewLine[] => actions.map((action) => lineOf(view, action));
  const { due, done, completion, onTime, carriedOver } = review.cycle;
  return {
    ...{ zone: collaboration.zone, today: view.today, last: view.furthest },
    ...{ number: meeting.number, date: meeting.date, starts: meeting.starts, over: meeting.state === 'held' },
    ...{ mayLead: view.mayLead, mayAgree: isPlaced(view.member) && view.collaboration.closed === undefined },
    ...{ version: agenda.version, started: agenda.started?.toISOString() ?? null, step: agenda.step },
    organisations: organisationsOf(view),
    ...{ purpose: collaboration.purpose, outcomes: [...view.outcomes] },
    lastTime:
      last === undefined
        ? null
        : { number: last.meeting.number, date: last.meeting.date, decisions: last.decisions.map(({ text }) => text) },
    next: next === undefined ? null : { number: next.number, date: next.date, starts: next.starts },
    here: hereOf(view),
    newcomers: view.here.fresh === undefined ? null : ownersOf(view, view.here.fresh),
    review: {
      ...{ stuck: lines(review.stuck), late: lines(review.late), due: lines(review.due), done: lines(review.done) },
      later: review.later,
      cycle: {
        ...{ due, done, completion: twoDecimals(completion), onTime: twoDecimals(onTime) },
        carriedOver: carriedOver.length,
      },
    },
    closed: offered.round?.closed ?? null,
    offered: offered.areas.map((area) => ({ key: topicKey(topicOf(area)), area })),
    strength: offered.strength,
    chosen: agenda.areas.map((area) => chosenOf(view, area)),
    decisions: view.decisions.map(({ id, text }) => ({ id, text })),
    limits: { decision: meetingLimits.decision, decisions: meetingLimits.decisions },
    agreed: view.agreed.map((one) => shownOf(view, one)),
  };
};
