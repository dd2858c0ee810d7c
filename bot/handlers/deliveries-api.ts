import type { Request } from 'restify';
import { copiesLine, heldLine } from '../../adaptiveCards/delivery-parts.ts';
import { sayIn } from '../../locales/translate.ts';
import { deliveriesQuery, sendingWish } from '../contracts/deliveries-api.ts';
import type { DeliveriesPage, DeliveryShown } from '../contracts/deliveries-api.ts';
import type { Collaboration, Language } from '../domain/collaboration.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import type { DeliveriesView, DeliveryRow } from '../usecases/sending/read-deliveries.ts';
import { NotTaken } from './not-taken.ts';
import { sentBody } from './sent-body.ts';

const outcomeIn = (
  language: Language,
  collaboration: Collaboration,
  outcome: DeliveryRow['outcome'],
): DeliveryShown['outcome'] => {
  switch (outcome.is) {
    case 'failed':
    case 'could not reach':
      return { is: outcome.is, reason: sayIn(language)(`undelivered.${outcome.reason}`) };
    case 'waiting':
      return { is: 'waiting', why: outcome.why === undefined ? null : heldLine(language, outcome.why, collaboration) };
    default:
      return outcome;
  }
};

const rowIn =
  (language: Language, collaboration: Collaboration) =>
  ({ id, kind, round, actions, to, at, outcome }: DeliveryRow): DeliveryShown => ({
    ...{ id, kind, actions, at: at.toISOString(), outcome: outcomeIn(language, collaboration, outcome) },
    round: round ?? null,
    to: to === undefined ? null : { name: to.name, organisation: to.organisation ?? null },
  });

const pageIn = (language: Language, view: DeliveriesView): DeliveriesPage => {
  const { collaboration, stopped, remindersAreOut, copies, rows, more } = view;
  const say = sayIn(language);
  return {
    ...{ zone: collaboration.zone, remindersAreOut, more, rows: rows.map(rowIn(language, collaboration)) },
    closed: collaboration.closed !== undefined,
    stopped: stopped === undefined ? null : { since: stopped.since.toISOString(), by: stopped.by ?? null },
    copies: copies === undefined ? null : { round: copies.round, sentence: copiesLine(say, copies.report, copies.k) },
  };
};

/** What was sent, in the tab, and the switch for all messages. `language`: of the request. */
export const deliveriesApi = (use: Pick<UseCases, 'readDeliveries' | 'sending'>) => ({
  read: async (who: Inside, request: Request, language: Language): Promise<DeliveriesPage> => {
    const asked = deliveriesQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
    if (!asked.success) throw new NotTaken(400, 'api.notUnderstood');
    return pageIn(language, await use.readDeliveries(who, asked.data.only, asked.data.before));
  },

  change: async (who: Inside, request: Request, language: Language): Promise<DeliveriesPage> => {
    const { stopped } = await sentBody(request, sendingWish);
    await (stopped ? use.sending.stop : use.sending.start)(who);
    return pageIn(language, await use.readDeliveries(who, 'all'));
  },
});
