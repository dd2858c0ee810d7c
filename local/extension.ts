import { randomUUID } from 'node:crypto';
import { linkToMessage } from '../bot/contracts/deep-link.ts';
import { agreeCommand, searchCommand, searchParameter } from '../bot/contracts/extension-commands.ts';
import type { Actions } from './actions.ts';
import { invoked, type World } from './activities.ts';
import { readExtensionAnswer } from './extension-answers.ts';
import type { Insist } from './insist.ts';
import { findPerson, type Message, type Person } from './state.ts';
import type { ExtensionAnswer } from './wire.ts';

type Theme = 'default' | 'dark' | 'contrast';
/** Where the command was chosen: on a message, or beside the box people write in. */
export type Chosen = { conversation: string; message?: string | undefined; theme?: Theme | undefined };

/** How many results Teams asks for at once. */
const page = 25;

/** The message extension as a client uses it: what is sent when somebody chooses a command, submits a form, searches or pastes a link. */
export function makeExtension({ world, actions, insist }: { world: World; actions: Actions; insist: Insist }) {
  const { state } = world;

  const ask = async (who: Person, conversation: string, name: string, value: unknown): Promise<ExtensionAnswer> => {
    const { where } = actions.whereIs(who, conversation);
    return readExtensionAnswer(await insist(invoked(world, who, where, `composeExtension/${name}`, value)));
  };

  const messageOf = (id: string): Message => {
    const found = state.messages.find((one) => one.id === id && !one.deleted);
    if (!found) throw new Error(`There is no message ${id}.`);
    return found;
  };

  /** A message is chosen in its thread. */
  const placeOf = ({ conversation, message }: Chosen): string => {
    const chosen = message === undefined ? undefined : messageOf(message);
    const isChat = state.people.some(({ chat }) => chat === chosen?.conversation);
    return chosen === undefined || isChat ? conversation : `${chosen.conversation};messageid=${chosen.thread}`;
  };

  const valueOf = ({ message, theme = 'default' }: Chosen) => ({
    commandId: agreeCommand,
    commandContext: message === undefined ? 'compose' : 'message',
    requestId: randomUUID().replaceAll('-', ''),
    ...(message === undefined ? {} : { messagePayload: payloadOf(world, messageOf(message)) }),
    context: { theme },
  });

  return {
    /** "Agree an action": its form. */
    openDialog: async (who: string, chosen: Chosen): Promise<ExtensionAnswer> =>
      ask(actions.person(who), placeOf(chosen), 'fetchTask', valueOf(chosen)),

    submitDialog: async (who: string, chosen: Chosen, data: unknown): Promise<ExtensionAnswer> => {
      const person = actions.person(who);
      // Teams itself adds the app when a button asks for it, and tells the app afterwards.
      if (JSON.stringify(data ?? {}).includes('"justInTimeInstall":true')) {
        const { channel } = asChannel(actions.whereIs(person, placeOf(chosen)).where);
        if (channel !== undefined) await actions.install(who, channel);
      }
      return ask(person, placeOf(chosen), 'submitAction', { ...valueOf(chosen), data });
    },

    find: async (who: string, conversation: string, text: string, skip: number): Promise<ExtensionAnswer> => {
      // Before anything is typed Teams asks by a parameter of its own.
      const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: searchParameter, value: text }];
      const value = { commandId: searchCommand, parameters, queryOptions: { skip, count: page } };
      return ask(actions.person(who), conversation, 'query', value);
    },

    paste: async (who: string, conversation: string, url: string): Promise<ExtensionAnswer> =>
      ask(actions.person(who), conversation, 'queryLink', { url }),
  };
}

const asChannel = (where: ReturnType<Actions['whereIs']>['where']) => ({
  channel: where === 'chat' ? undefined : where.channel.id,
});

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** A message as Teams hands it to the command that was chosen on it. */
function payloadOf({ state, botId, botName }: World, message: Message) {
  const author = findPerson(state, message.from ?? '');
  const mention = escaped(`@${botName}`);
  const words = escaped(message.text)
    .split('\n')
    .map((line) => `<div>${line.replace(mention, `<at id="0">${escaped(botName)}</at>`)}</div>`);
  const cards = message.cards.map((_, at) => `<attachment id="${message.id}-${at}"></attachment>`);
  return {
    linkToMessage: `${linkToMessage(state.team.tenant, message.conversation, message.id)}&parentMessageId=${message.thread}`,
    id: message.id,
    replyToId: message.thread === message.id ? null : message.thread,
    createdDateTime: message.at,
    lastModifiedDateTime: null,
    deleted: false,
    summary: null,
    importance: 'normal',
    locale: 'en-us',
    body: { contentType: 'html', content: `<div>${words.join('')}${cards.join('')}</div>` },
    from: {
      device: null,
      conversation: null,
      user: author ? { userIdentityType: 'aadUser', id: author.aadObjectId, displayName: author.name } : null,
      application: author ? null : { applicationIdentityType: 'bot', id: botId, displayName: botName },
    },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}
