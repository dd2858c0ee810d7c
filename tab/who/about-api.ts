import { type AboutChange, type AboutPage, aboutPage } from '../../bot/contracts/about-api.ts';
import { ask, type Fetched } from '../api.ts';
import { type Caller, pathOf } from '../send.ts';

const answerWithinMs = 15_000;

export const fetchAbout = (caller: Caller, channel: string): Promise<Fetched<AboutPage>> =>
  ask(caller, `${pathOf(channel)}/about`, (body) => aboutPage.safeParse(body));

/** @param organisation its number as text */
export const sendAbout = (
  caller: Caller,
  channel: string,
  organisation: string,
  change: AboutChange,
): Promise<Fetched<AboutPage>> =>
  ask(caller, `${pathOf(channel)}/about/${encodeURIComponent(organisation)}`, (body) => aboutPage.safeParse(body), {
    ...{ body: change, withinMs: answerWithinMs, method: 'PUT' },
  });
