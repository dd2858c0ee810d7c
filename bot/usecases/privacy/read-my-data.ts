import type { MyData } from '../../contracts/tab-api.ts';
import type { Action, ActionEvent } from '../../domain/actions/action.ts';
import type { Collaboration, CollaborationId, Member, Person } from '../../domain/collaboration.ts';
import type { Noted } from '../../domain/audit.ts';
import type { CheckOutAnswer } from '../../domain/meetings/check-out.ts';
import type { OwnMessage } from '../../domain/delivery.ts';
import type { LocalQuestion } from '../../domain/local-question.ts';
import type { Answer, Participation, Round } from '../../domain/round.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Respondent } from '../../ports/unit-answers.ts';
import type { Entered } from '../gate.ts';
import { ownPseudonym } from './own-pseudonym.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

/** What is stored of one person in one round. */
export type OwnRound = {
  readonly round: Round;
  /** Absent: not invited, or forgotten in time. */
  readonly participation: Participation | undefined;
  readonly answers: readonly Answer[];
  /** In the short form: the organisations drawn for them. Absent: none were. */
  readonly drawn: readonly number[] | undefined;
};

/** Everything that is stored about one person in one collaboration. */
export type OwnData = {
  readonly collaboration: Collaboration;
  /** Absent: not on the roster. */
  readonly member: Member | undefined;
  readonly rounds: readonly OwnRound[];
  /** Those they proposed. */
  readonly questions: readonly LocalQuestion[];
  /** Those they own, and what they said about any. */
  readonly actions: readonly Action[];
  readonly said: readonly (ActionEvent & { readonly action: number })[];
  /** Of meetings whose check-out is open. */
  readonly checkOuts: readonly (CheckOutAnswer & { readonly meeting: number })[];
  /** What they wrote silently about a focus area, where it is not shown yet. */
  readonly silentTexts: readonly { readonly meeting: number; readonly area: number; readonly text: string }[];
  /** Those they were at. */
  readonly meetings: readonly { readonly date: string; readonly organisation: number }[];
  readonly messages: readonly OwnMessage[];
  readonly log: readonly Noted[];
};

/** Answers and draws are found by computing the pseudonym anew, and what is known of the person by their member: nothing joins the two (P11). */
const ownData = async (unit: Unit, person: Person, respondent: Respondent | undefined): Promise<OwnData> => {
  const member = await unit.members.of(person);
  const invited = member === undefined ? [] : await unit.participation.ofMember(member.id);
  const answered = respondent === undefined ? [] : await unit.answers.inAllRounds(respondent);
  const draws = respondent === undefined ? [] : await unit.draws.inAllRounds(respondent);
  const rounds = (await unit.rounds.all()).map((round) => ({
    round,
    participation: invited.find((one) => one.round === round.number),
    answers: answered.find((one) => one.round === round.number)?.answers ?? [],
    drawn: draws.find((one) => one.round === round.number)?.partners,
  }));
  return {
    collaboration: await unit.collaboration(),
    member,
    rounds: rounds.filter(
      ({ participation, answers, drawn }) => participation !== undefined || answers.length > 0 || drawn !== undefined,
    ),
    questions: member === undefined ? [] : await unit.localQuestions.proposedBy(member.id),
    actions: member === undefined ? [] : await unit.actions.ownedBy(member.id),
    said: member === undefined ? [] : await unit.actions.saidBy(member.id),
    checkOuts: respondent === undefined ? [] : await unit.checkOuts.ofRespondent(respondent),
    silentTexts: respondent === undefined ? [] : await unit.silent.ofRespondent(respondent),
    meetings: member === undefined ? [] : await unit.meetings.attendedBy(member.id),
    messages: member === undefined ? [] : await unit.deliveries.toMember(member.id),
    log: await unit.notedOf(person),
  };
};

/** For the person alone. Changes nothing. */
export const readMyData =
  (needs: Needs) =>
  async (who: Entered): Promise<OwnData> => {
    const respondent = await ownPseudonym(needs, who.collaboration, who.person);
    return await needs.store.within(who.collaboration, (unit) => ownData(unit, who.person, respondent));
  };

const withoutOwners = (is: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(is).filter(([key]) => key !== 'owners'));

const written = (own: OwnData, person: Person): MyData => {
  const { collaboration, member, rounds, questions, actions, said, checkOuts, silentTexts, meetings, messages, log } = own;
  const nameOf = (organisation: number | undefined): string | null =>
    collaboration.organisations.find(({ id }) => id === organisation)?.name ?? null;
  return {
    purpose: collaboration.purpose,
    closed: collaboration.closed?.toISOString() ?? null,
    person: { ...person },
    member:
      member === undefined
        ? null
        : {
            name: member.name,
            teamsUserId: member.teamsUserId,
            organisation: nameOf(member.organisation),
            role: member.role ?? null,
            integrationManager: member.integrationManager,
            chair: member.chair,
            linked: member.through !== undefined,
            zone: member.zone ?? null,
            language: member.language ?? null,
            joined: member.joined?.toISOString() ?? null,
          },
    rounds: rounds.map(({ round, participation, answers, drawn }) => ({
      round: round.number,
      participation:
        participation === undefined
          ? null
          : {
              organisation: nameOf(participation.organisation),
              role: participation.role,
              state: participation.state,
            },
      answers: answers.map(({ target, notWorkingTogether, ratings }) => ({
        organisation: nameOf(target),
        notWorkingTogether,
        ratings: { ...ratings },
      })),
      drawn: drawn?.map(nameOf) ?? null,
    })),
    questions: questions.map(({ text, state }) => ({ text, state })),
    actions: actions.map(({ id, text, due, state }) => ({ action: id, text, due, state })),
    said: said.map(({ action, what, is, at }) => ({ action, what, now: withoutOwners(is), at: at.toISOString() })),
    checkOuts: checkOuts.map(({ meeting, energy = null, said: spoken = null }) => ({ meeting, energy, said: spoken })),
    silentTexts: silentTexts.map(({ meeting, area, text }) => ({ meeting, area, text })),
    meetings: meetings.map(({ date, organisation }) => ({ date, organisation: nameOf(organisation) })),
    messages: messages.map(({ kind, round = null, state, at }) => ({ kind, round, state, at: at.toISOString() })),
    log: log.map(({ what, facts, at }) => ({ what, facts: { ...facts }, at: at.toISOString() })),
  };
};

/** Everything, for the person to keep; that it was exported is logged. May it run twice? Yes: it is noted twice. */
export const exportMyData =
  (needs: Needs) =>
  async (collaboration: CollaborationId, person: Person): Promise<MyData> => {
    const respondent = await ownPseudonym(needs, collaboration, person);
    return await needs.store.within(collaboration, async (unit) => {
      await unit.note('own data exported', person, {}, needs.clock());
      return written(await ownData(unit, person, respondent), person);
    });
  };
