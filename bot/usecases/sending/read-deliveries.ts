import type { Calendar } from '../../domain/calendar.ts';
import type { CopiesReport } from '../../domain/delivery-report.ts';
import { copiesReport } from '../../domain/delivery-report.ts';
import { outcomeOf } from '../../domain/delivery-list.ts';
import type { ListedDelivery, ListFilter, Outcome } from '../../domain/delivery-list.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Inside } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import { remindersAreOut } from './reminders-out.ts';
import { sendingView } from './switch-sending.ts';
import type { SendingView } from './switch-sending.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

const onAPage = 50;

export type DeliveryRow = Pick<ListedDelivery, 'id' | 'kind' | 'round' | 'actions'> & {
  /** Absent: the channel. */
  readonly to?: { readonly name: string; readonly organisation?: string };
  /** When it came up; of the channel's, when it became what it is. */
  readonly at: Date;
  readonly outcome: Outcome;
};

export type DeliveriesView = SendingView & {
  readonly rows: readonly DeliveryRow[];
  /** There are older ones. */
  readonly more: boolean;
  /** Sent, waiting and not needed are not told apart for people: see `remindersShow`. */
  readonly remindersAreOut: boolean;
  /** Personal copies of the latest round, in numbers of at least its k. */
  readonly copies?: { readonly round: number; readonly k: number; readonly report: CopiesReport };
};

/**
 * What was sent, for integration managers. Copies and reminders of a survey are not among the rows: who gets one has not answered.
 * Changes nothing. `before`: only what is older than this row.
 */
export const readDeliveries =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, filter: ListFilter, before?: number): Promise<DeliveriesView> =>
    store.within(who.collaboration, async (unit) => {
      await integrationManagerOnly(unit, who.person);
      const view = await sendingView(unit, who);
      const { organisations } = view.collaboration;
      const latest = await unit.rounds.latest();
      const areOut = await remindersAreOut(unit, clock(), calendar);
      // Which of a person's are sent and which wait is what is not told.
      const only = areOut && filter !== 'trouble' ? 'all' : filter;
      const found = await unit.deliveries.listed({ only, before, most: onAPage + 1 });
      const members = await unit.members.all();
      const rowOf = (delivery: ListedDelivery): DeliveryRow => {
        const { id, kind, round, actions, claimed, touched } = delivery;
        const person = members.find((one) => one.id === delivery.member);
        const organisation = organisations.find((one) => one.id === person?.organisation)?.name;
        return {
          ...{ id, kind, actions, at: delivery.member === undefined ? touched : claimed },
          ...(round === undefined ? {} : { round }),
          ...(person === undefined ? {} : { to: { name: person.name, ...(organisation === undefined ? {} : { organisation }) } }),
          outcome: outcomeOf(delivery, areOut),
        };
      };
      const copies = latest && copiesReport(await unit.deliveries.fates(latest.number, 'survey copy'), latest.k);
      return {
        ...view,
        ...{ rows: found.slice(0, onAPage).map(rowOf), more: found.length > onAPage, remindersAreOut: areOut },
        ...(latest === undefined || copies === undefined || copies.people === 0
          ? {}
          : { copies: { round: latest.number, k: latest.k, report: copies } }),
      };
    });
