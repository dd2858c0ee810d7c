import { makeActions } from './actions.ts';
import type { Activity, CardAction, World } from './activities.ts';
import { pressOn, type Inputs } from './card.ts';
import type { Deliver } from './deliver.ts';
import { makeExtension } from './extension.ts';
import type { Faults } from './faults.ts';
import type { Identity, Wrong } from './identity.ts';
import type { Insist } from './insist.ts';
import { seenBy, type Seen } from './messages.ts';
import type { Message } from './state.ts';
import type { Kept } from './state-file.ts';
import { makeViews, type Outcome } from './views.ts';

type Needs = { kept: Kept; world: World; deliver: Deliver; insist: Insist; identity: Identity; faults: Faults };

/**
 * Teams as a person or a test uses it. People are named by key, object id, bot-specific id or name; conversations by channel
 * name, channel id, `<channel id>;messageid=<thread>`, chat id, or `chat` (the person's own with the bot).
 */
export function makeTeams({ kept, world, deliver, insist, identity, faults }: Needs) {
  const { state } = kept;
  const actions = makeActions({ kept, world, deliver });
  const extension = makeExtension({ world, actions, insist });
  const views = makeViews({ kept, world, deliver });
  const { person } = actions;

  function messagesIn(conversation: string, who: string): Message[] {
    const one = person(who);
    const { place } = actions.whereIs(one, conversation);
    const inThread = (message: Message) => place.thread === undefined || message.thread === place.thread;
    if (!maySee(one.key, place.conversation)) return [];
    return state.messages.filter(
      (message) => message.conversation === place.conversation && !message.deleted && inThread(message),
    );
  }

  function maySee(key: string, conversation: string): boolean {
    const channel = state.team.channels.find((one) => one.id === conversation);
    return channel === undefined || channel.members.includes(key);
  }

  function messageSeen(who: string, id: string): Message {
    const found = state.messages.find((one) => one.id === id && !one.deleted);
    const own = found?.conversation === person(who).chat || state.team.channels.some((one) => one.id === found?.conversation);
    if (!found || !own || !maySee(person(who).key, found.conversation)) throw new Error(`${who} sees no message ${id}.`);
    return found;
  }

  const seen = (conversation: string, who: string): Seen[] =>
    messagesIn(conversation, who).map((one) => seenBy(person(who), one));

  async function press(who: string, messageId: string, button: string, inputs: Inputs = {}): Promise<Outcome> {
    const message = messageSeen(who, messageId);
    await views.look(person(who), [message]);
    const [card] = seenBy(person(who), message).cards;
    if (!card) throw new Error(`Message ${messageId} has no card.`);
    const pressed = pressOn(card, button, inputs);
    return 'missing' in pressed
      ? { kind: 'missing', inputs: pressed.missing }
      : views.press(person(who), message, pressed.action);
  }

  return {
    state,
    install: actions.install,
    installPersonally: actions.installPersonally,
    say: actions.say,
    invoke: actions.invoke,
    changeMembers: actions.changeMembers,
    ...extension,
    person,
    /** What this person sees at this moment, without asking the bot. */
    seen,
    /** What this person sees after their client refreshed the cards that want it. */
    messages: async (conversation: string, who: string): Promise<Seen[]> => {
      await views.look(person(who), messagesIn(conversation, who));
      return seen(conversation, who);
    },
    /** Presses the button named by verb, title or id on the card this person sees; throws on one that is not there. */
    press,
    /** Presses as the page does: the client has already merged the inputs. */
    pressAction: (who: string, messageId: string, action: CardAction): Promise<Outcome> =>
      views.press(person(who), messageSeen(who, messageId), action),
    block: (who: string, blocked = true) => {
      const { key } = person(who);
      state.blocked = [...state.blocked.filter((one) => one !== key), ...(blocked ? [key] : [])];
      kept.changed();
    },
    speak: (who: string, locale: string) => {
      person(who).locale = locale;
      kept.changed();
    },
    /** The tab's token, or a wrong one. */
    token: (who: string, wrong?: Wrong): Promise<string> => identity.tabToken(person(who), wrong),
    /** What Teams signs its requests to the bot with, or a wrong one. */
    connectorToken: (wrong?: Wrong): Promise<string> => identity.connectorToken(world.serviceUrl, wrong),
    /** Posts any activity, signed well or wrongly. */
    post: (activity: Activity, wrong?: Wrong) => deliver(activity, wrong),
    failNext: faults.failNext,
    failBy: faults.failBy,
    onChange: kept.onChange,
    world,
  };
}
export type TeamsModel = ReturnType<typeof makeTeams>;
