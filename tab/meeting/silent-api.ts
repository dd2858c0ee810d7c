import { type SilentChange, type SilentPage, silentPage } from '../../bot/contracts/silent-api.ts';
import { ask, type Fetched, type Good } from '../api.ts';
import { answerWithinMs, pathOf } from '../send.ts';
import type { AtMeeting } from './agenda-api.ts';

const pathAt = ({ channel, meeting }: AtMeeting, area: number): string =>
  `${pathOf(channel)}/meetings/${meeting}/agenda/areas/${area}/silent`;
const parse = (body: unknown) => silentPage.safeParse(body);

export const fetchSilent = (at: AtMeeting, area: number, before?: Good<SilentPage>): Promise<Fetched<SilentPage>> =>
  ask(at.caller, pathAt(at, area), parse, undefined, before);

export const sendSilent = (at: AtMeeting, area: number, change: SilentChange): Promise<Fetched<SilentPage>> =>
  ask(at.caller, pathAt(at, area), parse, { body: change, withinMs: answerWithinMs });
