import {
  type ActionChange,
  type ActionPage,
  actionPage,
  type Board,
  board,
  type NewAction,
  type Nudged,
  nudged,
  type Partners,
  partners,
} from '../../bot/contracts/actions-api.ts';
import { ask, type Fetched } from '../api.ts';
import { answerWithinMs, type Caller, pathOf } from '../send.ts';

/** Whose channel, and who asks. */
export interface AtActions {
  readonly caller: Caller;
  readonly channel: string;
}

const below = (channel: string, rest: string): string => `${pathOf(channel)}/actions${rest}`;
const sending = (body: unknown) => ({ body, withinMs: answerWithinMs });

export const fetchBoard = ({ caller, channel }: AtActions): Promise<Fetched<Board>> =>
  ask(caller, below(channel, ''), (body) => board.safeParse(body));

export const fetchAction = ({ caller, channel }: AtActions, action: number): Promise<Fetched<ActionPage>> =>
  ask(caller, below(channel, `/${action}`), (body) => actionPage.safeParse(body));

export const fetchPartners = ({ caller, channel }: AtActions): Promise<Fetched<Partners>> =>
  ask(caller, below(channel, '/partners'), (body) => partners.safeParse(body));

export const sendNewAction = ({ caller, channel }: AtActions, wish: NewAction): Promise<Fetched<ActionPage>> =>
  ask(caller, below(channel, ''), (body) => actionPage.safeParse(body), sending(wish));

export const sendChange = ({ caller, channel }: AtActions, action: number, change: ActionChange): Promise<Fetched<ActionPage>> =>
  ask(caller, below(channel, `/${action}`), (body) => actionPage.safeParse(body), sending(change));

export const sendNudge = ({ caller, channel }: AtActions, action: number): Promise<Fetched<Nudged>> =>
  ask(caller, below(channel, `/${action}/nudge`), (body) => nudged.safeParse(body), sending({}));
