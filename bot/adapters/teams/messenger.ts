import { ActivityTypes, CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { reminder, survey, surveyClosed, surveyCopy } from '../../../adaptiveCards/survey.ts';
import type { Card } from '../../../adaptiveCards/parts.ts';
import type { Message } from '../../domain/message.ts';
import type { Address, Messenger, Sent } from '../../ports.ts';
import { sayIn } from '../../../locales/translate.ts';
import type { LineTo, TenantLine } from './connector.ts';
import { outcomeOfFault } from './send-outcome.ts';

const cardOf = (message: Message): Card => {
  switch (message.kind) {
    case 'survey':
      return survey(message.facts, message.refreshFor);
    case 'survey copy':
      return surveyCopy(message.facts);
    case 'reminder':
      return reminder(message.facts, message.daysLeft);
    case 'survey closed':
      return surveyClosed(message.facts);
  }
};

/** Card only: text beside a card is split into two messages, of which no usable id comes back. `summary` is what a toast shows. */
const activityOf = (message: Message, { bot }: TenantLine): Partial<Activity> => ({
  type: ActivityTypes.Message,
  from: bot,
  summary: sayIn(message.facts.language)('survey.fallback'),
  attachments: [CardFactory.adaptiveCard(cardOf(message))],
});

type Place = { readonly conversation: string; readonly activity: string };

const postToChannel = async (line: TenantLine, channel: string, message: Message): Promise<Place> => {
  const { id } = await line.client.conversations.sendToConversation(channel, activityOf(message, line));
  return { conversation: channel, activity: id };
};

const postToPerson = async (line: TenantLine, tenantId: string, teamsUserId: string, message: Message): Promise<Place> => {
  const { id: conversation } = await line.client.conversations.createConversation({
    isGroup: false,
    bot: line.bot,
    members: [{ id: teamsUserId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
    activity: undefined as unknown as Activity,
  });
  const { id } = await line.client.conversations.sendToConversation(conversation, activityOf(message, line));
  return { conversation, activity: id };
};

/** Sends one after the other where the conversation is the same (two at once are answered with 412), and side by side otherwise. */
const inTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(conversation: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(conversation) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(conversation, mine);
    try {
      return await mine;
    } finally {
      if (last.get(conversation) === mine) last.delete(conversation);
    }
  };
};

/** Teams by the connector's API. Never tries again by itself: what became of a message is for the delivery to say. */
export const teamsMessenger = (lineTo: LineTo): Messenger => {
  const turn = inTurns();
  const attempt = async (tenantId: string, send: (line: TenantLine) => Promise<Place>): Promise<Sent> => {
    const line = await lineTo(tenantId);
    if (line === undefined) return { outcome: 'failed', reason: 'not in the channel' };
    try {
      return { outcome: 'sent', ...(await send(line)) };
    } catch (fault) {
      return outcomeOfFault(fault);
    }
  };
  return {
    post: (address: Address, message) =>
      address.to === 'channel'
        ? turn(address.channel, () => attempt(address.tenantId, (line) => postToChannel(line, address.channel, message)))
        : turn(address.teamsUserId, () =>
            attempt(address.homeTenant, (line) => postToPerson(line, address.tenantId, address.teamsUserId, message)),
          ),
    update: ({ tenantId, conversation, activity }, message) =>
      turn(conversation, () =>
        attempt(tenantId, async (line) => {
          await line.client.conversations.updateActivity(conversation, activity, activityOf(message, line));
          return { conversation, activity };
        }),
      ),
  };
};
