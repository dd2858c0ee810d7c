import assert from 'node:assert/strict';
import { questionIds } from '../bot/domain/instrument.ts';
import type { Outcome } from '../local/views.ts';
import type { startApp } from './app.ts';

/** People using the app through Teams on this machine, as tests read best: who presses what, and what they see. */
export type App = Awaited<ReturnType<typeof startApp>>;

/** As much of it as walking over cards needs. */
export type Walked = { readonly teams: Pick<App['teams'], 'messages' | 'press'> };

export const channel = 'Partner leaders';

export const textOf = (outcome: Outcome): string =>
  outcome.kind === 'message' ? outcome.text : outcome.kind === 'card' ? JSON.stringify(outcome.card) : JSON.stringify(outcome);

/** The data of a card's button, as the card carries it. */
export const dataOf = (card: unknown, verb: string): Record<string, unknown> => {
  const found = (value: unknown): Record<string, unknown> | undefined => {
    if (Array.isArray(value)) return value.map(found).find((one) => one !== undefined);
    if (typeof value !== 'object' || value === null) return undefined;
    const part = value as Record<string, unknown>;
    if (part['type'] === 'Action.Execute' && part['verb'] === verb) return part['data'] as Record<string, unknown>;
    return Object.values(part)
      .map(found)
      .find((one) => one !== undefined);
  };
  const data = found(card);
  assert.ok(data, `no button ${verb}`);
  return data;
};

/** What a job does is seen when it is done: a bounded number of looks, each of which lets the event loop turn. */
export const until = async (what: string, look: () => Promise<boolean>): Promise<void> => {
  for (let looks = 0; looks < 6_000; looks += 1) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${what} did not happen`);
};

/** The survey's card is posted by a job: until this person sees it in the channel. */
export const untilCard = ({ teams }: Walked, who: string, round = 1): Promise<void> =>
  until(`the card of round ${round} in the channel`, async () => {
    const seen = (await teams.messages(channel, who)).map(({ cards }) => JSON.stringify(cards));
    return seen.some((card) => card.includes('"survey.answer"') && card.includes(`"round":${round}`));
  });

/** The newest message in the channel (or in the person's own chat) with this button, as this person sees it. */
export const messageWith = async ({ teams }: Walked, who: string, verb: string, conversation = channel) => {
  const messages = await teams.messages(conversation, who);
  const found = messages.findLast(({ cards }) => JSON.stringify(cards).includes(`"${verb}"`));
  assert.ok(found, `${who} sees no card with ${verb}`);
  return found;
};

/** One rating for every item the page asks; `x` is "don't know". */
export type Ratings = number | 'x' | 'apart' | Readonly<Record<string, number | 'x'>>;

const inputsFor = (card: unknown, ratings: Exclude<Ratings, 'apart'>): Record<string, string> => {
  const asked = questionIds.filter((item) => JSON.stringify(card).includes(`"id":"${item}"`));
  return Object.fromEntries(asked.map((item) => [item, String(typeof ratings === 'object' ? (ratings[item] ?? 'x') : ratings)]));
};

/** Answers the page this person has in front of them; the outcome is the next one. */
export const answerPage = async (
  { teams }: Walked,
  who: string,
  message: string,
  card: unknown,
  ratings: Ratings,
): Promise<Outcome> =>
  ratings === 'apart'
    ? await teams.press(who, message, 'survey.apart')
    : await teams.press(who, message, 'survey.page', inputsFor(card, ratings));

/** The organisation a page asks about. */
export const targetOf = (card: unknown): number => Number(dataOf(card, 'survey.page')['target']);

/** Presses Answer and goes through all pages; `about` gives the ratings by the number of the organisation asked about. */
export const answerAll = async (app: Walked, who: string, about: (target: number) => Ratings): Promise<Outcome> => {
  const message = await messageWith(app, who, 'survey.answer');
  let outcome = await app.teams.press(who, message.id, 'survey.answer');
  for (let page = 0; page < 30 && outcome.kind === 'card' && JSON.stringify(outcome.card).includes('"survey.page"'); page += 1) {
    outcome = await answerPage(app, who, message.id, outcome.card, about(targetOf(outcome.card)));
    assert.equal(outcome.kind, 'card', textOf(outcome));
  }
  return outcome;
};

/** What the tab would get for this person. */
export const overviewFor = async ({ teams, url }: App, who: string, name = channel, language = 'en-GB'): Promise<Response> => {
  const id = teams.state.team.channels.find((one) => one.name === name)?.id ?? name;
  const headers = { authorization: `Bearer ${await teams.token(who)}`, 'accept-language': language };
  return await fetch(`${url}/api/channels/${encodeURIComponent(id)}/overview`, { headers });
};
