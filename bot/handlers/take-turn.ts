import { ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { z } from 'zod';
import { actionsDesk, actionWhere } from '../../adaptiveCards/action-form.ts';
import { myActions } from '../../adaptiveCards/my-actions.ts';
import { myDataDesk, myDataChoice } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { questionsDesk } from '../../adaptiveCards/questions.ts';
import { roundDesk } from '../../adaptiveCards/round-desk.ts';
import { sendingDesk } from '../../adaptiveCards/sending.ts';
import { rosterQuestion } from '../../adaptiveCards/roster.ts';
import { help, welcome, welcomePersonal } from '../../adaptiveCards/welcome.ts';
import { whoWeAreDesk } from '../../adaptiveCards/who-we-are.ts';
import { sayIn } from '../../locales/translate.ts';
import { activity as activityShape, cardAction, peopleChanged } from '../contracts/activity.ts';
import type { TeamsActivity } from '../contracts/activity.ts';
import type { LinkToTab, ReadLink } from '../contracts/deep-link.ts';
import type { Language } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import type { Directory, NameOfChannel } from '../ports/teams.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Caller } from '../usecases/gate.ts';
import { atHomeOnly } from '../usecases/gate.ts';
import { callerOf, channelOf, languageOf } from './caller.ts';
import { commandIn } from './command.ts';
import { takeExtension } from './extension/take-extension.ts';
import { wordsInLinked } from './in-linked.ts';
import { linking } from './linking.ts';
import { pressButton, readButton } from './press-button.ts';
import type { Pressed } from './press-button.ts';
import { sentenceFor } from './sentence-for.ts';

type Needs = {
  readonly use: UseCases;
  readonly directory: Directory & { forget(who: readonly string[] | 'everybody'): void; readonly nameOf: NameOfChannel };
  /** Whose people may use the app, in lower case. */
  readonly tenants: ReadonlySet<string>;
  readonly linkToTab: LinkToTab;
  readonly readLink: ReadLink;
  readonly log: Log;
};

const message = (card: Card) => MessageFactory.attachment(CardFactory.adaptiveCard(card));

/** The very button that was refused, so that a passing fault does not take a person's card away. */
const tryAgain = (pressed: z.infer<typeof cardAction> | undefined, activity: TeamsActivity): Record<string, unknown> => ({
  type: 'Action.Execute',
  title: sayIn(languageOf(activity.locale) ?? 'en')('notice.again'),
  verb: pressed?.action.verb ?? '',
  data: pressed?.action.data ?? {},
});

/** What Teams gets for a pressed button. To a refresh it must be a card, or Teams stops refreshing for this person. */
const invokeBody = (shown: { card: Card } | { sentence: string }, automatic: boolean, again: Record<string, unknown>) => {
  if ('card' in shown) return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: shown.card };
  if (!automatic) return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: shown.sentence };
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: shown.sentence, wrap: true }],
    actions: [again],
  };
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
};

/** One activity of Teams, already authenticated. Knows what kinds there are; everything else is ignored on purpose. */
export const takeTurn = (needs: Needs) => {
  const { use, directory, tenants, linkToTab, log } = needs;
  const press = pressButton(use, linkToTab);
  const links = linking(needs);
  const extension = takeExtension({ ...needs, press });

  const showToAll = async (context: TurnContext, activity: TeamsActivity, card: Card, anew = false): Promise<void> => {
    try {
      if (anew || activity.replyToId === undefined) await context.sendActivity(message(card));
      else
        await context.updateActivity({ ...message(card), id: activity.replyToId, conversation: context.activity.conversation });
    } catch (fault) {
      // What was decided is stored; only the card of the others is behind.
      log.warn({ fault: fault instanceof Error ? fault.message : String(fault) }, 'a card could not be shown to all');
    }
  };

  const pressed = async (context: TurnContext, activity: TeamsActivity, data: unknown): Promise<Pressed> => {
    const result = await press(await callerOf(activity, directory, tenants), readButton(data));
    if (result.forAll !== undefined) await showToAll(context, activity, result.forAll);
    if (result.posted !== undefined) await showToAll(context, activity, result.posted, true);
    return result;
  };

  const executed = async (context: TurnContext, activity: TeamsActivity): Promise<void> => {
    const read = cardAction.safeParse(activity.value);
    const automatic = read.data?.trigger === 'automatic';
    let shown: { card: Card } | { sentence: string };
    try {
      if (!read.success) throw new Refused('not understood');
      shown = { card: (await pressed(context, activity, read.data.action.data)).mine };
    } catch (fault) {
      shown = { sentence: sentenceFor(fault, activity, log) };
    }
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: 200, body: invokeBody(shown, automatic, tryAgain(read.data, activity)) },
    });
  };

  /** Action.Submit of a client that knows no Action.Execute: in a channel nobody's own view may be shown to all. */
  const submitted = async (context: TurnContext, activity: TeamsActivity): Promise<void> => {
    if (channelOf(activity) !== undefined) {
      await context.sendActivity(sayIn(languageOf(activity.locale) ?? 'en')('notice.oldClient'));
      return;
    }
    const { mine } = await pressed(context, activity, activity.value);
    await context.sendActivity(message(mine));
  };

  const ownCollaborations = async (caller: Caller, language: Language): Promise<Card> => {
    const { collaborations, unchecked, more } = await use.readMyCollaborations(caller);
    return myDataChoice(
      language,
      collaborations.map(({ collaboration }) => collaboration),
      unchecked,
      more,
    );
  };

  const ownActions = async (caller: Caller, language: Language): Promise<Card> => {
    const { collaborations, unchecked, more } = await use.readMyActions(caller);
    return myActions(language, collaborations, unchecked, more);
  };

  /** In the 1:1 chat: the actions of the one collaboration the person is in, or first the question which of them. */
  const actionsOf = async (caller: Caller, language: Language): Promise<Card> => {
    const { collaborations, unchecked, more } = await use.readMyActions(caller);
    const [only] = collaborations;
    if (only === undefined) return myActions(language, [], unchecked, more);
    return collaborations.length === 1 && unchecked === 0 && !more
      ? actionsDesk(language, only.collaboration.id)
      : actionWhere(
          language,
          collaborations.map(({ collaboration }) => collaboration),
        );
  };

  const answerTo = async (caller: Caller, activity: TeamsActivity): Promise<Card> => {
    const language = caller.language ?? 'en';
    const command = commandIn(activity.text ?? '');
    if (command === 'my data' && caller.channel === undefined) return await ownCollaborations(caller, language);
    if (command === 'my actions' && caller.channel === undefined) return await ownActions(caller, language);
    if (command === 'action' && caller.channel === undefined) return await actionsOf(caller, language);
    if (command === 'link') return await links.link(caller, activity, language);
    if (command === 'unlink') return await links.unlink(caller, language);
    if (command === 'help' || caller.channel === undefined) return help(language, caller.channel !== undefined);
    const who = await use.enter(caller).catch((fault: unknown) => {
      if (fault instanceof Refused && command === 'setup') return undefined;
      throw fault;
    });
    if (who === undefined) return welcome(language);
    await use.keepLanguage(who);
    if (!wordsInLinked.includes(command)) atHomeOnly(who);
    if (command === 'my data') return myDataDesk(language, who.collaboration);
    const place = await use.readPlace(who);
    if (command === 'action' || command === 'my actions') return actionsDesk(language, place.collaboration.id);
    if (command === 'question') return questionsDesk(language, place.collaboration.id);
    if (command === 'who we are') return whoWeAreDesk(language, place.collaboration.id);
    if (command === 'messages') return sendingDesk(language, place.collaboration.id);
    return command === 'survey'
      ? roundDesk(language, place.collaboration.id)
      : rosterQuestion(place.collaboration, [caller.teamsUserId]);
  };

  const written = async (context: TurnContext, activity: TeamsActivity): Promise<void> => {
    try {
      if (activity.value !== undefined) await submitted(context, activity);
      else await context.sendActivity(message(await answerTo(await callerOf(activity, directory, tenants), activity)));
    } catch (fault) {
      const sentence = sentenceFor(fault, activity, log);
      await context.sendActivity(sentence).catch((unsent: unknown) => {
        log.warn({ fault: unsent instanceof Error ? unsent.message : String(unsent) }, 'an answer could not be sent');
      });
    }
  };

  /** Never silence after an installation, and never two welcomes: Teams tells the same installation more than once. */
  const installed = async (context: TurnContext, activity: TeamsActivity): Promise<void> => {
    const language = languageOf(activity.locale) ?? 'en';
    const { id: conversation } = activity.conversation;
    if (activity.action !== 'add') {
      if (activity.action?.startsWith('remove')) await use.forgetWelcome(conversation);
      return;
    }
    if (!(await use.claimWelcome(conversation))) return;
    context.activity.conversation.id = activity.channelData?.settings?.selectedChannel?.id ?? channelOf(activity) ?? conversation;
    const card = activity.conversation.conversationType === 'personal' ? welcomePersonal(language) : welcome(language);
    await context.sendActivity(message(card)).catch(async (fault: unknown) => {
      // The next telling of the same installation may welcome. That Teams does not take our card is no fault in what it told us.
      await use.forgetWelcome(conversation);
      log.warn({ fault: fault instanceof Error ? fault.message : String(fault) }, 'a welcome could not be sent');
    });
  };

  return async (context: TurnContext): Promise<void> => {
    // Before anything else, and also where it is not understood: who is gone gets nothing from here on. Twice does no harm.
    if (context.activity.type === 'conversationUpdate') directory.forget(peopleChanged(context.activity));
    if (context.activity.type === 'installationUpdate') directory.forget('everybody');
    const read = activityShape.safeParse(context.activity);
    if (!read.success) {
      log.info({ issues: read.error.issues.length }, 'an activity was not understood');
      if (context.activity.type === 'invoke')
        await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400 } });
      return;
    }
    const activity = read.data;
    switch (activity.type) {
      case 'invoke':
        if (activity.name === 'adaptiveCard/action') await executed(context, activity);
        else if (activity.name?.startsWith('composeExtension/'))
          await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: await extension(context, activity) });
        else await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400 } });
        break;
      case 'message':
        await written(context, activity);
        break;
      case 'installationUpdate':
        await installed(context, activity);
        break;
    }
  };
};
