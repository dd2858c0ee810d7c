import { randomUUID } from 'node:crypto';
import type { Channel, Message, Person, State } from './state.ts';

export type Activity = Record<string, unknown> & { type: string; serviceUrl: string };
export type World = { state: State; botId: string; botName: string; serviceUrl: string; now: () => number };
/** Where something happens: a channel (in a thread of it) or the person's own chat with the bot. */
export type Where = { channel: Channel; thread?: string } | 'chat';

const bot = (world: World) => ({ id: `28:${world.botId}`, name: world.botName });
const account = (person: Person) => ({ id: person.botSpecificId, name: person.name, aadObjectId: person.aadObjectId });

/** What all activities of one person in one place have in common. */
function common(world: World, person: Person, where: Where) {
  const time = new Date(world.now());
  return {
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    timestamp: time.toISOString(),
    localTimestamp: time.toISOString(),
    localTimezone: 'Europe/Oslo',
    locale: person.locale,
    from: account(person),
    recipient: bot(world),
    conversation: conversation(world, person, where),
    channelData: where === 'chat' ? { tenant: { id: person.tenant } } : channelData(world, where.channel),
  };
}

function conversation({ state }: World, person: Person, where: Where) {
  if (where === 'chat') return { conversationType: 'personal', tenantId: person.tenant, id: person.chat };
  const id = where.thread === undefined ? where.channel.id : `${where.channel.id};messageid=${where.thread}`;
  // The tenant of a channel is its host's, also when an external person writes: whose they are, the roster tells.
  return { isGroup: true, conversationType: 'channel', tenantId: state.team.tenant, id };
}

const channelData = ({ state }: World, { id }: Channel) => ({
  teamsChannelId: id,
  teamsTeamId: state.team.id,
  channel: { id },
  team: { id: state.team.id },
  tenant: { id: state.team.tenant },
});

const teamWithName = ({ state }: World) => ({
  id: state.team.id,
  name: state.team.name,
  aadGroupId: state.team.groupId,
  type: 'standard',
});

const clientInfo = (person: Person) => ({
  type: 'clientInfo',
  locale: person.locale,
  country: person.locale.slice(-2),
  platform: 'Web',
  timezone: 'Europe/Oslo',
});

/** Somebody adds the bot to, or removes it from, the team; `where` is the channel they picked. */
export function installation(world: World, person: Person, where: Where, action: 'add' | 'remove'): Activity {
  const base = common(world, person, where);
  const picked = where === 'chat' ? {} : { team: teamWithName(world), settings: { selectedChannel: { id: where.channel.id } } };
  return {
    ...base,
    type: 'installationUpdate',
    id: `f:${randomUUID()}`,
    action,
    channelData: { ...base.channelData, ...picked },
  };
}

/** `who` is the bot or people; a shared channel names its events differently from a team. */
export function membership(
  world: World,
  by: Person,
  where: Where,
  change: 'membersAdded' | 'membersRemoved',
  who: 'bot' | Person[],
): Activity {
  const base = common(world, by, where);
  const shared = where !== 'chat' && where.channel.kind === 'shared';
  const eventType = `${shared ? 'channelMember' : 'teamMember'}${change === 'membersAdded' ? 'Added' : 'Removed'}`;
  const members =
    who === 'bot'
      ? [{ id: `28:${world.botId}` }]
      : who.map(({ botSpecificId, aadObjectId }) => ({ id: botSpecificId, aadObjectId }));
  const data = where === 'chat' ? base.channelData : { ...base.channelData, team: teamWithName(world), eventType };
  return { ...base, type: 'conversationUpdate', id: `f:${randomUUID()}`, [change]: members, channelData: data };
}

/** In a channel the text must hold the bot's name after an `@`; Teams sends the bot no other channel message. */
export function written(world: World, person: Person, where: Where, message: Message): Activity {
  const name = world.botName;
  const mention = { type: 'mention', mentioned: bot(world), text: `<at>${name}</at>` };
  const entities = where === 'chat' ? [clientInfo(person)] : [mention, clientInfo(person)];
  const text = where === 'chat' ? message.text : message.text.replace(`@${name}`, () => `<at>${name}</at>`);
  return {
    ...common(world, person, where),
    type: 'message',
    id: message.id,
    text,
    textFormat: 'plain',
    attachments: [],
    entities,
  };
}

export type CardAction = {
  type: 'Action.Execute' | 'Action.Submit';
  id?: string | undefined;
  title?: string | undefined;
  verb?: string | undefined;
  /** With the inputs merged in. */
  data?: unknown;
};

export function executed(
  world: World,
  person: Person,
  where: Where,
  message: Message,
  action: CardAction,
  trigger: 'manual' | 'automatic',
): Activity {
  const { type, id, verb, data } = action;
  return {
    ...common(world, person, where),
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    replyToId: message.id,
    entities: [clientInfo(person)],
    value: { action: trigger === 'manual' ? action : { type, id, verb, data }, trigger },
  };
}

export function submitted(world: World, person: Person, where: Where, message: Message, action: CardAction): Activity {
  const entities = [clientInfo(person)];
  return {
    ...common(world, person, where),
    type: 'message',
    id: String(world.now()),
    replyToId: message.id,
    entities,
    value: action.data ?? {},
  };
}

/** Any other invoke, such as those of a message extension (`composeExtension/query`). */
export function invoked(world: World, person: Person, where: Where, name: string, value: unknown): Activity {
  return {
    ...common(world, person, where),
    type: 'invoke',
    name,
    id: `f:${randomUUID()}`,
    entities: [clientInfo(person)],
    value,
  };
}
