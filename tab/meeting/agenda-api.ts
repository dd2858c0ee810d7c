import { type AgendaChange, type AgendaPage, agendaPage, type MeetingAction } from '../../bot/contracts/agenda-api.ts';
import { ask, type Fetched, type Good } from '../api.ts';
import { answerWithinMs, type Caller, pathOf } from '../send.ts';

/** Which meeting of whose channel, and who asks. */
export interface AtMeeting {
  readonly caller: Caller;
  readonly channel: string;
  readonly meeting: number;
}

const pathAt = ({ channel, meeting }: AtMeeting): string => `${pathOf(channel)}/meetings/${meeting}/agenda`;
const parse = (body: unknown) => agendaPage.safeParse(body);
const sending = (body: unknown) => ({ body, withinMs: answerWithinMs });

export const fetchAgenda = (at: AtMeeting, before?: Good<AgendaPage>): Promise<Fetched<AgendaPage>> =>
  ask(at.caller, pathAt(at), parse, undefined, before);

export const sendAgenda = (at: AtMeeting, change: AgendaChange): Promise<Fetched<AgendaPage>> =>
  ask(at.caller, pathAt(at), parse, sending(change));

export const sendAction = (at: AtMeeting, wish: MeetingAction): Promise<Fetched<AgendaPage>> =>
  ask(at.caller, `${pathAt(at)}/actions`, parse, sending(wish));
