import { randomUUID } from 'node:crypto';
import { actionAsk, actionCard, actionMine } from '../../adaptiveCards/action.ts';
import { actionForm, actionNobody } from '../../adaptiveCards/action-form.ts';
import type { ActionFacts } from '../../adaptiveCards/action-parts.ts';
import { actionsList } from '../../adaptiveCards/actions-list.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Button } from '../contracts/buttons.ts';
import { isClosed } from '../domain/actions/action.ts';
import type { Entered } from '../usecases/gate.ts';
import { isPlaced } from '../usecases/gate.ts';
import type { UseCases } from '../usecases/all.ts';
import type { ActionsView, ActionView } from '../usecases/actions/read-actions.ts';
import type { AgreedWish } from '../usecases/actions/agree-action.ts';
import type { ChangeWish } from '../usecases/actions/change-action.ts';

/** The buttons of agreed actions. */
export type ActionButton = Extract<Button, { verb: `action.${string}` }>;
export type Agreeing = Extract<Button, { verb: 'action.agree' }>;
type Saying = Exclude<ActionButton, { verb: 'action.form' | 'action.agree' | 'action.mine' | 'action.view' | 'action.ask' }>;

export const isAction = (pressed: Button): pressed is ActionButton => pressed.verb.startsWith('action.');

/** `posted`: a message of its own for everybody there. */
export type PressedAction = { readonly mine: Card; readonly posted?: Card };

export const factsOf = ({ language, collaboration, members }: ActionsView): ActionFacts => ({
  language,
  collaboration,
  people: members,
});

/** Of the fields the form of each kind has, those of this one. */
export const wishOf = ({ kind, text, due, owners, nextStep, what, forWhom, expected, link }: Agreeing): AgreedWish => ({
  ...{ text, kind, due, owners },
  ...(kind === 'adaptive' ? { nextStep } : {}),
  ...(kind === 'test of change' ? { test: { what, forWhom, expected } } : {}),
  source: link === undefined ? { from: 'by hand' } : { from: 'message', link },
});

const saidBy = (pressed: Saying): ChangeWish => {
  switch (pressed.verb) {
    case 'action.onTrack':
      return { is: 'on track', said: pressed.said };
    case 'action.done': {
      const { verdict, keptBy, said } = pressed;
      return { is: 'done', said, ...(verdict === undefined ? {} : { verdict }), ...(keptBy === undefined ? {} : { keptBy }) };
    }
    case 'action.stuck':
      return { is: 'stuck', because: pressed.because, words: pressed.words };
    case 'action.moreTime':
      return { is: 'more time', due: pressed.due, nextStep: pressed.nextStep, said: pressed.said };
    case 'action.handOver':
      return { is: 'hand over', owners: pressed.owners };
    case 'action.snooze':
      return { is: 'snooze', until: pressed.until, because: pressed.because };
    case 'action.drop':
      return { is: 'drop' };
  }
};

/** What a person presses on cards of agreed actions: call the use case, render. Decides nothing. */
export const pressAction = (
  use: Pick<UseCases, 'agreeAction' | 'changeAction' | 'readAction' | 'readBoard' | 'readPartners'>,
  linkToTab: LinkToTab,
) => {
  const pageOf = ({ collaboration, action }: ActionView): string =>
    linkToTab(collaboration.homeChannel, { is: 'action', action: action.id });

  const mine = async (who: Entered, id: number, saved?: 'here'): Promise<Card> => {
    const view = await use.readAction(who, id);
    return actionMine({ ...factsOf(view), action: view.action, page: pageOf(view), mayChange: view.mayChange, saved });
  };

  const form = async (
    who: Entered,
    { kind, request, link, ...typed }: Extract<Button, { verb: 'action.form' }>,
  ): Promise<Card> => {
    const view = await use.readPartners(who);
    if (!isPlaced(view.member)) return actionNobody(view.language, who.collaboration);
    const owners = typed.owners.length > 0 ? typed.owners : [view.member.id];
    return actionForm({
      ...factsOf(view),
      ...{ kind, request: request ?? randomUUID(), typed: { ...typed, owners }, first: view.member.organisation, link },
    });
  };

  const agree = async (who: Entered, pressed: Agreeing): Promise<PressedAction> => {
    const { action, isNew, atHome } = await use.agreeAction(who, pressed.request, wishOf(pressed), who.channel);
    const view = await use.readAction(who, action.id);
    const facts = { ...factsOf(view), page: pageOf(view) };
    const posted = isNew && who.channel !== undefined;
    return {
      mine: actionMine({ ...facts, action: view.action, mayChange: view.mayChange, saved: atHome ? 'here' : 'told' }),
      ...(posted ? { posted: actionCard({ ...facts, language: view.collaboration.language, action: view.action }) } : {}),
    };
  };

  return async (who: Entered, pressed: ActionButton): Promise<PressedAction> => {
    switch (pressed.verb) {
      case 'action.form':
        return { mine: await form(who, pressed) };
      case 'action.agree':
        return await agree(who, pressed);
      case 'action.mine': {
        const view = await use.readBoard(who);
        const { whose, page } = pressed;
        const open = view.actions.filter(({ own, action }) => (own || whose === 'all') && !isClosed(action));
        return { mine: actionsList({ ...factsOf(view), whose, page, actions: open.map(({ action }) => action) }) };
      }
      case 'action.view':
        return { mine: await mine(who, pressed.action) };
      case 'action.ask': {
        const view = await use.readAction(who, pressed.action);
        return { mine: actionAsk({ ...factsOf(view), action: view.action, what: pressed.what, said: pressed.said }) };
      }
      default:
        await use.changeAction(who, pressed.action, saidBy(pressed));
        return { mine: await mine(who, pressed.action, 'here') };
    }
  };
};
