import { ActivityTypes, CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { nudge } from '../../../adaptiveCards/nudge.ts';
import { reminder, survey, surveyClosed, surveyCopy } from '../../../adaptiveCards/survey.ts';
import type { Card } from '../../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../contracts/deep-link.ts';
import type { Message } from '../../domain/message.ts';
import type { Address, Messenger, Sent } from '../../ports/teams.ts';
import { sayIn } from '../../../locales/translate.ts';
import type { LineTo, TenantLine } from './connector.ts';
import { outcomeOfFault } from './send-outcome.ts';

const cardOf = (message: Message, linkToTab: LinkToTab): Card => {
  switch (message.kind) {
    case 'survey':
      return survey(message.facts, message.refreshFor);
    case 'survey copy':
      return surveyCopy(message.facts);
    case 'reminder':
      return reminder(message.facts, message.daysLeft);
    case 'survey closed':
      return surveyClosed(message.facts, linkToTab);
    case 'nudge':
      return nudge(message.facts);
  }
};

/** Card only: text beside a card is split into two messages, of which no usable id comes back. `summary` is what a toast shows. */
const activitiesWith =
  (linkToTab: LinkToTab) =>
  (message: Message, { bot }: TenantLine): Partial<Activity> => ({
    type: ActivityTypes.Message,
    from: bot,
    summary: sayIn(message.facts.language)(message.kind === 'nudge' ? 'nudge.fallback' : 'survey.fallback'),
    attachments: [CardFactory.adaptiveCard(cardOf(message, linkToTab))],
  });

/** Teams answers in well under a second; who waits longer than this, in milliseconds, keeps others waiting. */
const longestWait = 15_000;
const options = () => ({ abortSignal: AbortSignal.timeout(longestWait) });

const send = async (line: TenantLine, conversation: string, activity: Partial<Activity>): Promise<Sent> => {
  try {
    const { id } = await line.client.conversations.sendToConversation(conversation, activity, options());
    return { outcome: 'sent', conversation, activity: id };
  } catch (fault) {
    return outcomeOfFault(fault);
  }
};

/** Opening a chat says nothing to anybody: where it is not known whether it was opened, it is opened again. */
const openChat = async (line: TenantLine, tenantId: string, teamsUserId: string): Promise<string | Sent> => {
  try {
    const chat = { isGroup: false, bot: line.bot, members: [{ id: teamsUserId, name: '' }], tenantId };
    const { id } = await line.client.conversations.createConversation(
      { ...chat, channelData: { tenant: { id: tenantId } }, activity: undefined as unknown as Activity },
      options(),
    );
    return id;
  } catch (fault) {
    const sent = outcomeOfFault(fault);
    return sent.outcome === 'unknown' ? soon : sent;
  }
};

const soon: Sent = { outcome: 'later', afterSeconds: 30 };

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
export const teamsMessenger = (lineTo: LineTo, linkToTab: LinkToTab): Messenger => {
  const turn = inTurns();
  const activityOf = activitiesWith(linkToTab);
  /** Nothing has left before there is a line: where none can be had now, later is as good. */
  const onLine = async (tenantId: string, work: (line: TenantLine) => Promise<Sent>): Promise<Sent> => {
    const line = await lineTo(tenantId).catch(() => soon);
    if (line === undefined) return { outcome: 'failed', reason: 'not in the channel' };
    return 'outcome' in line ? line : await work(line);
  };
  return {
    post: (address: Address, message) =>
      address.to === 'channel'
        ? turn(address.channel, () => onLine(address.tenantId, (line) => send(line, address.channel, activityOf(message, line))))
        : turn(address.teamsUserId, () =>
            onLine(address.homeTenant, async (line) => {
              const chat = await openChat(line, address.tenantId, address.teamsUserId);
              return typeof chat === 'string' ? await send(line, chat, activityOf(message, line)) : chat;
            }),
          ),
    update: ({ tenantId, conversation, activity }, message) =>
      turn(conversation, () =>
        onLine(tenantId, async (line) => {
          try {
            await line.client.conversations.updateActivity(conversation, activity, activityOf(message, line), options());
            return { outcome: 'sent', conversation, activity };
          } catch (fault) {
            return outcomeOfFault(fault);
          }
        }),
      ),
  };
};
