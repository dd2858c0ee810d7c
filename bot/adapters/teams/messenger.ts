import { ActivityTypes, CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { actionsAgreed } from '../../../adaptiveCards/actions-agreed.ts';
import { brief } from '../../../adaptiveCards/brief.ts';
import { checkOut, checkOutClosed } from '../../../adaptiveCards/check-out.ts';
import { digest } from '../../../adaptiveCards/digest.ts';
import { linkAsked, linked } from '../../../adaptiveCards/linking.ts';
import { minutes, sinceLast } from '../../../adaptiveCards/minutes.ts';
import { nudge } from '../../../adaptiveCards/nudge.ts';
import { reminder, survey, surveyClosed, surveyCopy } from '../../../adaptiveCards/survey.ts';
import { surveyNotOpened } from '../../../adaptiveCards/survey-not-opened.ts';
import { updateRequest } from '../../../adaptiveCards/update-request.ts';
import type { Card } from '../../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../../contracts/deep-link.ts';
import type { Message } from '../../domain/message.ts';
import type { Address, Messenger, Sent } from '../../ports/teams.ts';
import { sayIn } from '../../../locales/translate.ts';
import type { LineTo, TenantLine } from './connector.ts';
import { sendingLimits } from './limits.ts';
import type { SendingLimits } from './limits.ts';
import { outcomeOfFault } from './send-outcome.ts';

type ToPerson = Extract<Address, { to: 'person' }>;

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
    case 'agreed':
      return actionsAgreed(message.facts, linkToTab);
    case 'check-out':
      return checkOut(message.facts, message.refreshFor);
    case 'check-out closed':
      return checkOutClosed(message.facts, linkToTab);
    case 'nudge':
      return nudge(message.facts);
    case 'digest':
      return digest(message.facts, linkToTab);
    case 'survey not opened':
      return surveyNotOpened(message.facts, linkToTab);
    case 'update request':
      return updateRequest(message.facts);
    case 'brief':
      return brief(message.facts, linkToTab);
    case 'since last':
      return sinceLast(message.facts, linkToTab);
    case 'minutes':
      return minutes(message.facts, linkToTab);
    case 'link asked':
      return linkAsked(message.facts, linkToTab);
    case 'linked':
      return linked(message.facts, linkToTab);
  }
};

const toast = ({ kind }: Message) => {
  switch (kind) {
    case 'agreed':
      return 'agreed.fallback';
    case 'check-out':
    case 'check-out closed':
      return 'checkout.fallback';
    case 'digest':
      return 'digest.fallback';
    case 'nudge':
      return 'nudge.fallback';
    case 'survey not opened':
      return 'notOpened.title';
    case 'update request':
      return 'update.fallback';
    case 'brief':
      return 'brief.fallback';
    case 'since last':
      return 'since.fallback';
    case 'minutes':
      return 'minutes.fallback';
    case 'link asked':
      return 'link.asked.fallback';
    case 'linked':
      return 'link.linked.fallback';
    default:
      return 'survey.fallback';
  }
};

/** Card only: text beside a card is split into two messages, of which no usable id comes back. `summary` is what a toast shows. */
const activitiesWith =
  (linkToTab: LinkToTab) =>
  (message: Message, { bot }: TenantLine): Partial<Activity> => ({
    type: ActivityTypes.Message,
    from: bot,
    summary: sayIn(message.facts.language)(toast(message)),
    attachments: [CardFactory.adaptiveCard(cardOf(message, linkToTab))],
  });

/** Teams answers in well under a second; who waits longer than this, in milliseconds, keeps others waiting. */
const longestWait = 15_000;
const options = () => ({ abortSignal: AbortSignal.timeout(longestWait) });

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
export const teamsMessenger = (lineTo: LineTo, linkToTab: LinkToTab, limits: SendingLimits = sendingLimits()): Messenger => {
  const inTurn = inTurns();
  const activityOf = activitiesWith(linkToTab);

  /** One request, inside the limits. */
  const asking = async <T>(tenantId: string, conversation: string | undefined, request: () => Promise<T>): Promise<T | Sent> => {
    const turn = await limits.take(tenantId, conversation);
    if (turn.is === 'later') return { outcome: 'later', afterSeconds: turn.afterSeconds };
    try {
      return await request();
    } catch (fault) {
      const sent = outcomeOfFault(fault);
      if (sent.outcome === 'later') turn.refused(sent.afterSeconds * 1_000);
      return sent;
    } finally {
      turn.answered();
    }
  };

  const send = (tenantId: string, line: TenantLine, conversation: string, message: Message): Promise<Sent> =>
    asking(tenantId, conversation, async (): Promise<Sent> => {
      const activity = activityOf(message, line);
      const { id } = await line.client.conversations.sendToConversation(conversation, activity, options());
      return { outcome: 'sent', conversation, activity: id };
    });

  /** Opening a chat says nothing to anybody: where it is not known whether it was opened, it is opened again. */
  const openChat = async (line: TenantLine, { tenantId, teamsUserId, homeTenant }: ToPerson): Promise<string | Sent> => {
    const chat = { isGroup: false, bot: line.bot, members: [{ id: teamsUserId, name: '' }], tenantId };
    const opened = await asking(homeTenant, undefined, async () => {
      const { id } = await line.client.conversations.createConversation(
        { ...chat, channelData: { tenant: { id: tenantId } }, activity: undefined as unknown as Activity },
        options(),
      );
      return id;
    });
    return typeof opened !== 'string' && opened.outcome === 'unknown' ? soon : opened;
  };

  /** A chat that Teams does not find any more is opened anew, once. */
  const toPerson = async (line: TenantLine, address: ToPerson, message: Message): Promise<Sent> => {
    const { chat: known, homeTenant } = address;
    const sent = known === undefined ? undefined : await send(homeTenant, line, known, message);
    if (sent !== undefined && !(sent.outcome === 'failed' && sent.reason === 'not found')) return sent;
    const chat = await openChat(line, address);
    return typeof chat === 'string' ? await send(homeTenant, line, chat, message) : chat;
  };

  /** Nothing has left before there is a line: where none can be had now, later is as good. */
  const onLine = async (tenantId: string, work: (line: TenantLine) => Promise<Sent>): Promise<Sent> => {
    const line = await lineTo(tenantId).catch(() => soon);
    if (line === undefined) return { outcome: 'failed', reason: 'not in the channel' };
    return 'outcome' in line ? line : await work(line);
  };
  return {
    ready: limits.ready,
    post: (address: Address, message) =>
      address.to === 'channel'
        ? inTurn(address.channel, () =>
            onLine(address.tenantId, (line) => send(address.tenantId, line, address.channel, message)),
          )
        : inTurn(address.teamsUserId, () => onLine(address.homeTenant, (line) => toPerson(line, address, message))),
    update: ({ tenantId, conversation, activity }, message) =>
      inTurn(conversation, () =>
        onLine(tenantId, (line) =>
          asking(tenantId, conversation, async (): Promise<Sent> => {
            await line.client.conversations.updateActivity(conversation, activity, activityOf(message, line), options());
            return { outcome: 'sent', conversation, activity };
          }),
        ),
      ),
  };
};
