import { z } from 'zod';
import { executed, submitted, type CardAction, type Where, type World } from './activities.ts';
import type { Deliver, Delivered } from './deliver.ts';
import { cardToRefresh } from './messages.ts';
import { membersOf, placeOf, type Card, type Message, type Person } from './state.ts';
import type { Kept } from './state-file.ts';

/** What pressing a button came to. `sent`: an Action.Submit was delivered; the bot answers by messages. */
export type Outcome =
  | { kind: 'card'; card: Card }
  | { kind: 'message'; text: string }
  | { kind: 'error'; status: number; text: string }
  | { kind: 'sent' }
  /** Required inputs were empty; nothing was sent. */
  | { kind: 'missing'; inputs: string[] };

const unreachable = 'Unable to reach app. Please try again.';
const invokeAnswer = z.looseObject({ statusCode: z.int(), type: z.string(), value: z.unknown() });
const adaptiveCard = z.looseObject({ type: z.literal('AdaptiveCard') });
const failure = z.looseObject({ code: z.string().optional(), message: z.string().default(unreachable) });

/** Reads the answer to `adaptiveCard/action` as a client does: what is not valid is an error to the person. */
export function readAnswer({ status, body }: Delivered): Outcome {
  const answer = invokeAnswer.safeParse(body);
  if (status !== 200 || !answer.success) return { kind: 'error', status, text: unreachable };
  const { statusCode, type, value } = answer.data;
  const card = adaptiveCard.safeParse(value);
  if (statusCode === 200 && type === 'application/vnd.microsoft.card.adaptive' && card.success)
    return { kind: 'card', card: card.data };
  if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message' && typeof value === 'string')
    return { kind: 'message', text: value };
  const error = failure.safeParse(value);
  return { kind: 'error', status: statusCode, text: error.success ? error.data.message : unreachable };
}

/** Each person's own view of the cards: pressing, and the refresh that comes by itself when somebody looks. */
export function makeViews({ kept, world, deliver }: { kept: Kept; world: World; deliver: Deliver }) {
  const { state } = kept;
  const underWay = new Map<string, Promise<void>>();
  const gaveUp = new Set<string>();

  function whereOf(message: Message): Where {
    const channel = placeOf(state, message.conversation)?.channel;
    return channel ? { channel, thread: message.thread } : 'chat';
  }

  async function press(person: Person, message: Message, action: CardAction): Promise<Outcome> {
    const outcome = await send(person, message, action);
    // Without a reply the card stays as it is. An update that came meanwhile loses against the later answer, as on a screen.
    message.notices = Object.fromEntries(Object.entries(message.notices).filter(([key]) => key !== person.key));
    if (outcome.kind === 'card') message.views[person.key] = { version: message.version, card: outcome.card };
    if (outcome.kind === 'message' || outcome.kind === 'error')
      message.notices[person.key] = { kind: outcome.kind, text: outcome.text };
    kept.changed();
    return outcome;
  }

  async function send(person: Person, message: Message, action: CardAction): Promise<Outcome> {
    const where = whereOf(message);
    if (action.type === 'Action.Execute')
      return readAnswer(await deliver(executed(world, person, where, message, action, 'manual')));
    const { status } = await deliver(submitted(world, person, where, message, action));
    return status >= 200 && status < 300 ? { kind: 'sent' } : { kind: 'error', status, text: unreachable };
  }

  async function refresh(person: Person, message: Message, card: Card, name: string): Promise<void> {
    const action = refreshAction.safeParse(card['refresh']);
    const { version } = message;
    const sent: CardAction = { ...action.data?.action, type: 'Action.Execute' };
    const outcome = readAnswer(await deliver(executed(world, person, whereOf(message), message, sent, 'automatic')));
    // Without a valid card Teams asks this person no more until they load the page anew: here, until the next start.
    if (outcome.kind !== 'card') gaveUp.add(name);
    // An answer that belongs to an older version is dropped.
    else if (message.version === version && !message.deleted) {
      message.views[person.key] ??= { version, card: outcome.card };
      kept.changed();
    }
  }

  /** Refreshes what this person has not seen in its present version; one request per person and version. */
  async function look(person: Person, messages: Message[]): Promise<void> {
    await Promise.all(
      messages.map(async (message) => {
        const place = placeOf(state, message.conversation);
        const card = cardToRefresh(message, person, place ? membersOf(state, place).length : 0);
        const name = `${message.id} ${message.version} ${person.key}`;
        if (!card || gaveUp.has(name)) return;
        const running = underWay.get(name) ?? refresh(person, message, card, name).finally(() => underWay.delete(name));
        underWay.set(name, running);
        await running;
      }),
    );
  }

  return { press, look };
}

const refreshAction = z.looseObject({
  action: z.looseObject({ id: z.string().optional(), verb: z.string().optional(), data: z.unknown() }),
});
