import { type CheckOutPage, checkOutPage } from '../../bot/contracts/check-out-api.ts';
import { ask, type Fetched } from '../api.ts';
import { answerWithinMs, type Caller, pathOf } from '../send.ts';

/** Which meeting of whose channel, and who asks. */
export interface AtMeeting {
  readonly caller: Caller;
  readonly channel: string;
  readonly meeting: number;
}

const pathTo = ({ channel, meeting }: AtMeeting): string => `${pathOf(channel)}/meetings/${meeting}/check-out`;
const read = (body: unknown) => checkOutPage.safeParse(body);

export const fetchCheckOut = (at: AtMeeting): Promise<Fetched<CheckOutPage>> => ask(at.caller, pathTo(at), read);

export const sendOpening = (at: AtMeeting): Promise<Fetched<CheckOutPage>> =>
  ask(at.caller, pathTo(at), read, { body: {}, withinMs: answerWithinMs });
