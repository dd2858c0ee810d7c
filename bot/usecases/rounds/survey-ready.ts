import type { Calendar } from '../../domain/calendar.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Message } from '../../domain/message.ts';
import { isOpen } from '../../domain/round.ts';
import type { Round } from '../../domain/round.ts';
import type { Unit } from '../../ports/unit.ts';
import { isPlaced } from '../gate.ts';
import { addressOf, dropped, held, privately } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { channelFor } from '../which-channel.ts';
import { refreshFor } from './refresh-survey-card.ts';
import { factsIn, surveyFacts } from './survey-facts.ts';

/** A channel that is not linked any more gets none. */
const toChannel = async (unit: Unit, { channel: through }: Delivery, round: Round): Promise<Ready> => {
  const channel = channelFor(through === undefined ? {} : { through }, await unit.setUp.channels());
  if (channel === undefined) return dropped;
  const facts = factsIn(await surveyFacts(unit, await unit.collaboration(), round), channel);
  return {
    is: 'ready',
    round: round.number,
    address: addressOf(channel),
    message: { kind: 'survey', facts, refreshFor: await refreshFor(unit, channel) },
  };
};

/**
 * Looks again at the moment of sending: who has answered by now, or is not on the roster any more, is left in peace, and hours and
 * holidays still count.
 */
const toPerson = async (unit: Unit, delivery: Delivery, round: Round, now: Date, calendar: Calendar): Promise<Ready> => {
  const silent = (await unit.participation.silent(round.number)).find(({ id }) => id === delivery.member);
  if (!isPlaced(silent)) return dropped;
  const collaboration = await unit.collaboration();
  const lastTouch = await unit.deliveries.lastTouch(silent.id);
  const turn = turnOf(calendar, { now, lastTouch, zone: silent.zone ?? collaboration.zone, until: round.closes });
  if (turn === undefined) return dropped;
  if (turn.held !== undefined) return held(turn.held);
  const facts = await surveyFacts(unit, collaboration, round);
  const { zone } = collaboration;
  const daysLeft = Math.round(
    (Date.parse(calendar.dateOf(round.closes, zone)) - Date.parse(calendar.dateOf(now, zone))) / 86_400_000,
  );
  const message: Message = delivery.kind === 'reminder' ? { kind: 'reminder', facts, daysLeft } : { kind: 'survey copy', facts };
  return await privately(unit, silent, message);
};

/** A round's message whose turn has come. */
export const readySurvey = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const round = delivery.round === undefined ? undefined : await unit.rounds.find(delivery.round);
  if (round === undefined || !isOpen(round, now)) return dropped;
  return delivery.member === undefined
    ? await toChannel(unit, delivery, round)
    : await toPerson(unit, delivery, round, now, calendar);
};
