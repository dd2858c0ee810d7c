import { CardFactory, MessageFactory } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { Card } from '../../../adaptiveCards/parts.ts';
import type { TeamsActivity } from '../../contracts/activity.ts';
import type { Button } from '../../contracts/buttons.ts';
import type { LinkToTab, ReadLink } from '../../contracts/deep-link.ts';
import type { Log } from '../../ports/clock.ts';
import type { Directory } from '../../ports/teams.ts';
import type { UseCases } from '../../usecases/all.ts';
import type { Caller } from '../../usecases/gate.ts';
import { callerAnywhere, channelOf } from '../caller.ts';
import type { Pressed } from '../press-button.ts';
import { sentenceFor } from '../sentence-for.ts';
import { agreeing } from './agreeing.ts';
import type { Asking } from './agreeing.ts';
import { notKept, results, said, saidInList } from './answers.ts';
import type { Answer } from './answers.ts';
import { searching } from './searching.ts';
import { unfurling } from './unfurling.ts';

type Needs = {
  readonly use: UseCases;
  readonly press: (caller: Caller, pressed: Button) => Promise<Pressed>;
  readonly directory: Directory;
  readonly tenants: ReadonlySet<string>;
  readonly linkToTab: LinkToTab;
  readonly readLink: ReadLink;
  readonly log: Log;
};

type Command = {
  readonly answer: (asking: Asking, value: unknown) => Promise<Answer>;
  /** What went wrong, in the place where the answer would have stood. */
  readonly refuse: (sentence: string) => Answer;
};

/**
 * The invokes of the message extension, already authenticated. Teams waits five seconds and asks the same twice more: what is asked for
 * changes nothing, and what is submitted carries the name of its request.
 */
export const takeExtension = ({ use, press, directory, tenants, linkToTab, readLink, log }: Needs) => {
  const agree = agreeing({ use, press, linkToTab });
  const search = searching(use, linkToTab);
  const unfurl = unfurling(use, linkToTab, readLink);
  const commands: Readonly<Record<string, Command>> = {
    'composeExtension/fetchTask': { answer: agree.fetched, refuse: said },
    'composeExtension/submitAction': { answer: agree.submitted, refuse: said },
    'composeExtension/query': { answer: ({ caller }, value) => search(caller, value), refuse: saidInList },
    // Nothing tells a link to what is not theirs from a link to nowhere.
    'composeExtension/queryLink': { answer: ({ caller }, value) => unfurl(caller, value), refuse: () => notKept(results([])) },
  };

  const posting = (context: TurnContext) => async (card: Card) => {
    try {
      await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)));
    } catch (fault) {
      // It is agreed all the same, and stands among the others.
      log.warn({ fault: fault instanceof Error ? fault.message : String(fault) }, 'the card of an action could not be posted');
    }
  };

  return async (context: TurnContext, activity: TeamsActivity): Promise<{ status: number; body?: Answer }> => {
    const command = commands[activity.name ?? ''];
    if (command === undefined) return { status: 400 };
    try {
      const who = await callerAnywhere(activity, directory, tenants);
      const asking = { ...who, inChannel: channelOf(activity) !== undefined, post: posting(context) };
      return { status: 200, body: await command.answer(asking, activity.value) };
    } catch (fault) {
      return { status: 200, body: command.refuse(sentenceFor(fault, activity, log)) };
    }
  };
};
