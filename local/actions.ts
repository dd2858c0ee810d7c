import { installation, invoked, membership, written, type Where, type World } from './activities.ts';
import type { Deliver, Delivered } from './deliver.ts';
import { postMessage } from './messages.ts';
import { findPerson, placeOf, type Card, type Message, type Person } from './state.ts';
import type { Kept } from './state-file.ts';

const unreachable = 'The app could not be reached.';

/** What people do that makes Teams send the bot an activity; each is carried out here first, then sent. */
export function makeActions({ kept, world, deliver }: { kept: Kept; world: World; deliver: Deliver }) {
  const { state } = kept;

  const general = () => ({ channel: channelNamed(state.team.id) });

  function channelNamed(nameOrId: string) {
    const found = state.team.channels.find((one) => one.id === nameOrId || one.name === nameOrId);
    if (!found) throw new Error(`There is no channel "${nameOrId}".`);
    return found;
  }

  /** Adds or removes the bot; `nameOrId` is the channel the person picked. Teams tells the bot twice, in two ways. */
  async function install(who: string, nameOrId = state.team.id, action: 'add' | 'remove' = 'add'): Promise<Delivered[]> {
    const by = person(who);
    const channel = channelNamed(nameOrId);
    const change = action === 'add' ? 'membersAdded' : 'membersRemoved';
    state.team.installed = action === 'add';
    kept.changed();
    const first = await deliver(installation(world, by, { channel }, action));
    const answers = [first, await deliver(membership(world, by, general(), change, 'bot'))];
    if (channel.kind === 'shared') answers.push(await deliver(membership(world, by, { channel }, change, 'bot')));
    return answers;
  }

  async function installPersonally(who: string, action: 'add' | 'remove' = 'add'): Promise<Delivered[]> {
    const by = person(who);
    const others = state.personalInstalls.filter((key) => key !== by.key);
    state.personalInstalls = action === 'add' ? [...others, by.key] : others;
    kept.changed();
    const first = await deliver(installation(world, by, 'chat', action));
    return action === 'add' ? [first, await deliver(membership(world, by, 'chat', 'membersAdded', 'bot'))] : [first];
  }

  /** Answers the message and what the bot's server said; null when Teams does not tell the bot (no @mention, not installed). */
  async function say(
    who: string,
    conversation: string,
    text: string,
    card?: Card,
  ): Promise<{ message: Message; delivered: Delivered | null }> {
    const from = person(who);
    const { place, where } = whereIs(from, conversation);
    const id = postMessage(state, { ...place, from: from.key }, { text, cards: card ? [card] : [] }, world.now());
    const message = state.messages.find((one) => one.id === id);
    if (!message) throw new Error('A message was lost.');
    kept.changed();
    if (where === 'chat' && !state.personalInstalls.includes(from.key)) await installPersonally(from.key);
    if (where !== 'chat' && !(state.team.installed && text.includes(`@${world.botName}`))) return { message, delivered: null };
    const delivered = await deliver(
      written(world, from, where === 'chat' ? where : { ...where, thread: message.thread }, message),
    );
    if (delivered.status === 0 || delivered.status >= 400) {
      message.notices[from.key] = { kind: 'error', text: unreachable };
      kept.changed();
    }
    return { message, delivered };
  }

  const invoke = (who: string, conversation: string, name: string, value: unknown): Promise<Delivered> => {
    const from = person(who);
    return deliver(invoked(world, from, whereIs(from, conversation).where, name, value));
  };

  /** People join or leave a channel; in General that is the team. */
  async function changeMembers(
    by: string,
    channel: string,
    change: 'membersAdded' | 'membersRemoved',
    who: string[],
  ): Promise<Delivered> {
    const found = channelNamed(channel);
    const people = who.map(person);
    const keys = people.map((one) => one.key);
    const changed = (old: string[]) => {
      const others = old.filter((key) => !keys.includes(key));
      return change === 'membersAdded' ? [...others, ...keys] : others;
    };
    found.members = changed(found.members);
    if (found.kind === 'standard') state.team.members = changed(state.team.members);
    kept.changed();
    return deliver(membership(world, person(by), { channel: found }, change, people));
  }

  function person(who: string): Person {
    const found = findPerson(state, who);
    if (!found) throw new Error(`There is nobody called "${who}".`);
    return found;
  }

  /** `conversation` is a channel's name or id, a thread's id, a chat's id, or `chat` for the person's own chat with the bot. */
  function whereIs(who: Person, conversation: string): { place: { conversation: string; thread?: string }; where: Where } {
    if (conversation === 'chat' || conversation === who.chat) return { place: { conversation: who.chat }, where: 'chat' };
    const { channel, thread } = placeOf(state, conversation) ?? { channel: channelNamed(conversation) };
    if (!channel) throw new Error(`"${conversation}" is somebody else's chat.`);
    const inThread = thread === undefined ? {} : { thread };
    return { place: { conversation: channel.id, ...inThread }, where: { channel, ...inThread } };
  }

  return { install, installPersonally, say, invoke, changeMembers, person, whereIs };
}
export type Actions = ReturnType<typeof makeActions>;
