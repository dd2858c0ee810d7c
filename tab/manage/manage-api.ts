import type { z } from 'zod';
import {
  changedPerson,
  type launchWish,
  type linkChange,
  type LinkCode,
  linkCode,
  type organisationChange,
  type practicalChange,
  type purposeChange,
  type RosterPage,
  rosterPage,
  type RosterPerson,
  type rosterChange,
  type RoundClosed,
  roundClosed,
  type RoundDesk,
  roundDesk,
  type RoundWish,
  type SetUp,
  setUp,
} from '../../bot/contracts/manage-api.ts';
import { ask, type Fetched } from '../api.ts';
import { type Caller, pathOf } from '../send.ts';

const answerWithinMs = 15_000;

/** Whose channel, and who asks. */
export interface Desk {
  readonly caller: Caller;
  readonly channel: string;
}

interface Changes {
  readonly purpose: z.input<typeof purposeChange>;
  readonly organisations: z.input<typeof organisationChange>;
  readonly practical: z.input<typeof practicalChange>;
}
export type Change = z.input<typeof rosterChange>;

const below = (channel: string, rest: string): string => `${pathOf(channel)}/manage${rest}`;
const sending = (body: unknown) => ({ body, withinMs: answerWithinMs });

export const fetchSetUp = ({ caller, channel }: Desk): Promise<Fetched<SetUp>> =>
  ask(caller, below(channel, ''), (body) => setUp.safeParse(body));

export const sendSetUp = <Part extends keyof Changes>(
  { caller, channel }: Desk,
  part: Part,
  change: Changes[Part],
): Promise<Fetched<SetUp>> => ask(caller, below(channel, `/${part}`), (body) => setUp.safeParse(body), sending(change));

export const sendLink = ({ caller, channel }: Desk, change: z.input<typeof linkChange>): Promise<Fetched<SetUp>> =>
  ask(caller, below(channel, '/links'), (body) => setUp.safeParse(body), sending(change));

export const sendLinkCode = ({ caller, channel }: Desk): Promise<Fetched<LinkCode>> =>
  ask(caller, below(channel, '/link-code'), (body) => linkCode.safeParse(body), sending({}));

export const sendClosing = ({ caller, channel }: Desk): Promise<Fetched<SetUp>> =>
  ask(caller, below(channel, '/closing'), (body) => setUp.safeParse(body), sending({ close: true }));

/** @param organisation its number as text, `0` for those who answer for none, `all` for everybody; `page`: 0 is the first */
export const fetchPeople = ({ caller, channel }: Desk, organisation: string, page: number): Promise<Fetched<RosterPage>> =>
  ask(caller, below(channel, `/people?organisation=${organisation}&page=${page}`), (body) => rosterPage.safeParse(body));

export const sendCorrection = ({ caller, channel }: Desk, change: Change): Promise<Fetched<RosterPerson>> =>
  ask(caller, below(channel, '/people'), (body) => changedPerson.safeParse(body), sending(change));

/** @param minutes without a wish: a proposal for a round that is filled in together, open for so long */
export const fetchDesk = ({ caller, channel }: Desk, wish?: RoundWish, minutes?: number): Promise<Fetched<RoundDesk>> =>
  ask(caller, below(channel, '/plan'), (body) => roundDesk.safeParse(body), sending({ wish, minutes }));

export const sendLaunch = ({ caller, channel }: Desk, wish: z.input<typeof launchWish>): Promise<Fetched<RoundDesk>> =>
  ask(caller, below(channel, '/launch'), (body) => roundDesk.safeParse(body), sending(wish));

export const sendClose = ({ caller, channel }: Desk, round: number): Promise<Fetched<RoundClosed>> =>
  ask(caller, below(channel, '/close'), (body) => roundClosed.safeParse(body), sending({ round }));
