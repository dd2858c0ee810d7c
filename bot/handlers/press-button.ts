import type { z } from 'zod';
import type { Card } from '../../adaptiveCards/parts.ts';
import { questionsList } from '../../adaptiveCards/questions.ts';
import { roundLaunched, roundOpen, roundPlan } from '../../adaptiveCards/round-desk.ts';
import { roundClosedAgain, roundReopened, roundReopening } from '../../adaptiveCards/reopening.ts';
import { rosterForm, rosterPlace, rosterQuestion } from '../../adaptiveCards/roster.ts';
import { sendingSwitch } from '../../adaptiveCards/sending.ts';
import { setUpForm } from '../../adaptiveCards/set-up-form.ts';
import { surveyClosed, surveyMine } from '../../adaptiveCards/survey.ts';
import { surveyPage, surveyThanks } from '../../adaptiveCards/survey-page.ts';
import { anyButton, button, buttonVersion } from '../contracts/buttons.ts';
import type { Button } from '../contracts/buttons.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Collaboration, Language } from '../domain/collaboration.ts';
import { questionIds } from '../domain/instrument.ts';
import type { FilledPage } from '../domain/round.ts';
import { Refused } from '../errors.ts';
import type { Caller, Entered } from '../usecases/gate.ts';
import { atHomeOnly, isPlaced } from '../usecases/gate.ts';
import type { QuestionsView } from '../usecases/rounds/local-questions.ts';
import type { RoundDesk, RoundWish } from '../usecases/rounds/plan-round.ts';
import type { SurveyView } from '../usecases/rounds/answer-survey.ts';
import type { SendingView } from '../usecases/sending/switch-sending.ts';
import type { Place } from '../usecases/setup/choose-organisation.ts';
import type { UseCases } from '../usecases/all.ts';
import { buttonsInLinked } from './in-linked.ts';
import { isAbout, pressAbout } from './press-about.ts';
import { isAction, pressAction } from './press-action.ts';
import { checkOutCard, isCheckOut, pressCheckOut } from './press-check-out.ts';
import { isCorrection, pressCorrection } from './press-correction.ts';
import { myDataButtons } from './my-data.ts';

/** The presser's own view; `forAll`: what the message becomes for everybody else; `posted`: a message of its own for everybody there. */
export type Pressed = { readonly mine: Card; readonly forAll?: Card; readonly posted?: Card };

const weeksToMeeting = 4;

/** The data of a pressed button, or the refusal that fits: a card of another version, or nonsense. */
export const readButton = (data: unknown): Button => {
  const read = button.safeParse(data);
  if (read.success) return read.data;
  const any = anyButton.safeParse(data);
  throw new Refused(any.success && any.data.version !== buttonVersion ? 'card too old' : reasonOf(read.error, any.data?.verb));
};

/** Inputs a person can get wrong are told apart from what no card of ours sends. */
const reasonOf = (fault: z.ZodError, verb: string | undefined) => {
  const field = String(fault.issues[0]?.path[0] ?? '');
  if (verb === 'survey.page' && (questionIds as readonly string[]).includes(field)) return 'rating not understood';
  return verb === 'setup.save' ? 'set-up incomplete' : 'not understood';
};

const givenOf = (page: Extract<Button, { verb: 'survey.page' }>): FilledPage['given'] =>
  Object.fromEntries(questionIds.flatMap((id) => (page[id] === undefined ? [] : [[id, page[id]]])));

const wishOf = ({ audience, ...wish }: Extract<Button, { verb: 'round.preview' | 'round.launch' }>): RoundWish => ({
  instrument: wish.instrument,
  questions: wish.questions,
  audience: audience === 'everybody' ? ['leader', 'employee'] : ['leader'],
  k: wish.k,
  closingDate: wish.closingDate,
});

const isAsShown = ({ shown, ...now }: Extract<Button, { verb: 'round.launch' }>): boolean =>
  shown.instrument === now.instrument &&
  shown.questions.join() === now.questions.join() &&
  shown.audience === now.audience &&
  shown.k === now.k &&
  shown.closingDate === now.closingDate;

const surveyCard = (who: Entered, view: SurveyView, linkToTab: LinkToTab): Card => {
  const language = (of: Collaboration): Language => who.language ?? of.language;
  switch (view.is) {
    case 'page':
      return surveyPage({ language: language(view.collaboration), ...view });
    case 'thanks':
      return surveyThanks({ language: language(view.collaboration), ...view });
    case 'question of place': {
      const { collaboration, round } = view;
      return rosterForm({
        language: language(collaboration),
        collaboration,
        chosen: { organisation: undefined, role: undefined },
        then: round,
      });
    }
    case 'overview':
      return surveyMine(view.facts, view);
    case 'closed':
      return surveyClosed(view.facts, linkToTab);
  }
};

const rosterCard = (who: Entered, { collaboration, member, suggested }: Place, ask: boolean): Card => {
  const language = who.language ?? collaboration.language;
  if (!ask && isPlaced(member)) return rosterPlace({ language, collaboration, member });
  const chosen = { organisation: member?.organisation ?? suggested, role: member?.role };
  return rosterForm({ language, collaboration, chosen, integrationManager: member?.integrationManager ?? false });
};

const deskCard = (desk: Exclude<RoundDesk, { is: 'to answer' }>, sure: boolean): Card => {
  if (desk.is === 'open') return roundOpen(desk.facts, desk.report, sure);
  const { plan, language, closed } = desk;
  return roundPlan({
    language,
    closed,
    ...plan,
    reminderDays: plan.reminders.map(({ day }) => day),
    obstacle: plan.obstacle === undefined ? undefined : `refused.${plan.obstacle}`,
  });
};

const questions = async (view: Promise<QuestionsView>): Promise<Pressed> => ({ mine: questionsList(await view) });

/** One pressed button: enter, call the use case, render. Decides nothing. */
export const pressButton = (use: UseCases, linkToTab: LinkToTab) => {
  const data = myDataButtons(use);

  const survey = async (who: Entered, view: Promise<SurveyView>): Promise<Pressed> => ({
    mine: surveyCard(who, await view, linkToTab),
  });

  const setUp = async (caller: Caller, wish: Extract<Button, { verb: 'setup.save' }>): Promise<Pressed> => {
    const collaboration = await use.setUpCollaboration(caller, wish);
    const who = { ...caller, collaboration: collaboration.id };
    return { mine: rosterCard(who, await use.readPlace(who), true), forAll: rosterQuestion(collaboration, [caller.teamsUserId]) };
  };

  const joinRoster = async (who: Entered, choice: Extract<Button, { verb: 'roster.save' }>): Promise<Pressed> => {
    const place = await use.chooseOrganisation(who, choice);
    if (choice.then !== undefined) return await survey(who, use.survey.open(who, choice.then));
    if (choice.thenCheckOut === undefined) return { mine: rosterCard(who, place, false) };
    return { mine: checkOutCard(who, await use.checkOut.view(who, choice.thenCheckOut), linkToTab) };
  };

  const desk = async (who: Entered, wish?: RoundWish, sure = false): Promise<Pressed> => {
    const found = await use.planRound(who, wish);
    return found.is === 'to answer' ? await survey(who, use.survey.view(who, found.round)) : { mine: deskCard(found, sure) };
  };

  const closing = async (who: Entered, { round, confirmed }: Extract<Button, { verb: 'round.close' }>): Promise<Pressed> => {
    if (!confirmed) return await desk(who, undefined, true);
    const { facts, outcome } = await use.closeRoundByHand(who, round);
    const closed =
      outcome === 'published' ? surveyClosed(facts, linkToTab) : roundClosedAgain(facts, outcome === 'left', linkToTab);
    return { mine: closed };
  };

  const switched = async (view: Promise<SendingView>): Promise<Pressed> => ({
    mine: sendingSwitch({ ...(await view), linkToTab }),
  });

  const correct = pressCorrection(use);
  const about = pressAbout(use);
  const action = pressAction(use, linkToTab);
  const checkOut = pressCheckOut(use, linkToTab);

  const inside = (who: Entered, pressed: Exclude<Button, { verb: 'setup.open' | 'setup.save' }>): Promise<Pressed> => {
    if (isCorrection(pressed)) return correct(who, pressed).then((mine) => ({ mine }));
    if (isAbout(pressed)) return about(who, pressed).then((mine) => ({ mine }));
    if (isAction(pressed)) return action(who, pressed);
    if (isCheckOut(pressed)) return checkOut(who, pressed).then((mine) => ({ mine }));
    switch (pressed.verb) {
      case 'roster.open':
        return use.readPlace(who).then((place) => ({ mine: rosterCard(who, place, true) }));
      case 'roster.view':
        return use.readPlace(who).then((place) => ({ mine: rosterCard(who, place, false) }));
      case 'roster.save':
        return joinRoster(who, pressed);
      case 'question.open':
        return questions(use.questions.read(who));
      case 'question.propose':
        return questions(use.questions.propose(who, pressed.text));
      case 'question.decide':
        return questions(use.questions.decide(who, pressed.question, pressed.state));
      case 'round.manage':
        return desk(who);
      case 'round.preview':
        return desk(who, wishOf(pressed));
      case 'round.launch':
        return isAsShown(pressed)
          ? use.launchRound(who, wishOf(pressed)).then((facts) => ({ mine: roundLaunched(facts) }))
          : desk(who, wishOf(pressed));
      case 'round.close':
        return closing(who, pressed);
      case 'survey.post':
        return use.postCardAgain(who, pressed.round).then(({ facts, report }) => ({ mine: roundOpen(facts, report, false) }));
      case 'round.askReopen':
        return use.planReopening(who, pressed.round).then((reopening) => ({ mine: roundReopening(reopening) }));
      case 'round.reopen':
        return use.reopenRound(who, pressed.round, pressed.closingDate).then((facts) => ({ mine: roundReopened(facts) }));
      case 'sending.view':
        return switched(use.sending.read(who));
      case 'sending.stop':
        return switched(use.sending.stop(who));
      case 'sending.start':
        return switched(use.sending.start(who));
      case 'data.view':
        return data.view(who).then((mine) => ({ mine }));
      case 'data.erase':
        return data.erase(who, pressed.confirmed).then((mine) => ({ mine }));
      case 'survey.view':
        return survey(who, use.survey.view(who, pressed.round));
      case 'survey.answer':
        return survey(who, use.survey.open(who, pressed.round));
      case 'survey.change':
        return survey(who, use.survey.change(who, pressed.round));
      case 'survey.back':
        return survey(who, use.survey.back(who, pressed.round, pressed.target));
      case 'survey.apart':
        return survey(
          who,
          use.survey.record(who, pressed.round, { target: pressed.target, notWorkingTogether: true, given: {} }),
        );
      case 'survey.page': {
        const page = { target: pressed.target, notWorkingTogether: false, given: givenOf(pressed) };
        return survey(who, use.survey.record(who, pressed.round, page));
      }
    }
  };

  return async (caller: Caller, pressed: Button): Promise<Pressed> => {
    switch (pressed.verb) {
      case 'setup.open':
        return {
          mine: setUpForm({
            language: caller.language ?? 'en',
            nextMeeting: use.proposedMeeting(weeksToMeeting),
            zone: caller.zone,
          }),
        };
      case 'setup.save':
        return await setUp(caller, pressed);
      default: {
        const who = await use.enter(caller, pressed.collaboration);
        if (!buttonsInLinked.has(pressed.verb)) atHomeOnly(who);
        // After it: an answer page has learnt by then which is kept, and costs no trip more.
        return await inside(who, pressed).finally(() => use.keepLanguage(who));
      }
    }
  };
};
