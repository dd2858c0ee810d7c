import type { Collaboration, Language, Member } from '../bot/domain/collaboration.ts';
import type { ParticipationState } from '../bot/domain/round.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, cut, plain, quiet, text, title, warning } from './parts.ts';

/** In the channel, the same for everybody; what its button shows is the presser's own view. */
export const myDataDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('data.desk')), text(say('data.onlyYou'))],
    [button(say('data.show'), { verb: 'data.view', collaboration }, { primary: true })],
  );
};

/** In the 1:1 chat, of more than this the rest is asked for in its channel: a card has an end. */
const mostListed = 12;

/** In the 1:1 chat: whose data? `unchecked`: of so many Teams does not say whether the person is in the channel. */
export const myDataChoice = (
  language: Language,
  collaborations: readonly Pick<Collaboration, 'id' | 'purpose'>[],
  unchecked: number,
  more: boolean,
) => {
  const say = sayIn(language);
  const listed = collaborations.slice(0, mostListed);
  return card([
    title(say('data.desk')),
    text(say(listed.length > 0 ? 'data.choose' : 'data.nowhere')),
    ...listed.map(({ id, purpose }) => ({
      type: 'Container' as const,
      separator: true,
      items: [
        text(plain(purpose)),
        { type: 'ActionSet' as const, actions: [button(say('data.show'), { verb: 'data.view', collaboration: id })] },
      ],
    })),
    ...(unchecked > 0 ? [text(say('data.unchecked', { count: unchecked }))] : []),
    ...(more || collaborations.length > listed.length ? [quiet(say('data.more'))] : []),
  ]);
};

export type MyDataFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly member: Member | undefined;
  /** `answers`: how many are stored. `drawn`: how many partners were drawn for them. `state` absent: not invited. */
  readonly rounds: readonly {
    readonly round: number;
    readonly state: ParticipationState | undefined;
    readonly answers: number;
    readonly drawn: number | undefined;
    readonly erasable: boolean;
  }[];
  /** How many questions they proposed. */
  readonly questions: number;
  /** How many agreed actions they own. */
  readonly actions: number;
  /** How many meetings they were at, as somebody said. */
  readonly meetings: number;
  /** How many were sent, or may have been; and how many entries the log has. */
  readonly messages: number;
  readonly log: number;
};

const onRoster = (say: Say, { member, collaboration }: MyDataFacts) => {
  if (member === undefined) return text(say('data.notOnRoster'));
  const answersAs = member.role === undefined ? say('data.notSaid') : say(`as.${member.role}`);
  const managing = member.integrationManager ? say('data.managerToo', { role: answersAs }) : answersAs;
  const organisation = collaboration.organisations.find(({ id }) => id === member.organisation);
  return {
    type: 'FactSet' as const,
    facts: [
      { title: say('data.name'), value: plain(member.name) || '-' },
      { title: say('roster.organisation'), value: organisation === undefined ? say('data.notSaid') : plain(organisation.name) },
      { title: say('data.role'), value: member.chair ? say('data.chairToo', { role: managing }) : managing },
      {
        title: say('data.language'),
        value: member.language === undefined ? say('data.languageUnknown') : say(`language.${member.language}`),
      },
    ],
  };
};

/** The latest rounds on a card; the file has them all. */
const mostRounds = 40;

const roundsOf = (say: Say, { rounds }: MyDataFacts) => {
  if (rounds.length === 0) return [text(say('data.noRounds'))];
  const { shown, more } = cut(say, rounds, mostRounds, 'last');
  const facts = shown.map(({ round, state, answers, drawn }) => ({
    title: say('data.round', { round }),
    value: [
      say(`data.state.${state ?? 'none'}`),
      say('data.answers', { count: answers }),
      ...(drawn === undefined ? [] : [say('data.drawn', { count: drawn })]),
    ].join('; '),
  }));
  return [{ type: 'FactSet' as const, facts }, ...more];
};

/** What is stored about one person, for that person alone. `erased`: they have just had their answers erased. */
export const myData = (facts: MyDataFacts, erased: boolean) => {
  const say = sayIn(facts.language);
  const pointer = { collaboration: facts.collaboration.id };
  const closed = facts.collaboration.closed !== undefined;
  const named = facts.actions + facts.meetings > 0;
  const erasable = closed ? named : facts.rounds.some((one) => one.erasable);
  const ask = closed ? 'data.eraseName' : 'data.erase';
  const offer = erasable ? [button(say(ask), { verb: 'data.erase', ...pointer, confirmed: false })] : [];
  return card(
    [
      title(say('data.title')),
      text(plain(facts.collaboration.purpose)),
      ...(erased ? [text(`**${say(closed ? 'data.nameErased' : 'data.erased')}**`)] : []),
      ...(closed ? [text(say('data.closed'))] : []),
      onRoster(say, facts),
      { type: 'TextBlock', text: say('data.rounds'), wrap: true, weight: 'Bolder', separator: true },
      ...roundsOf(say, facts),
      ...(facts.questions === 0 ? [] : [text(say('data.questions', { count: facts.questions }))]),
      ...(facts.actions === 0 ? [] : [text(say('data.actions', { count: facts.actions }))]),
      ...(facts.meetings === 0 ? [] : [text(say('data.meetings', { count: facts.meetings }))]),
      text(say('data.messages', { count: facts.messages })),
      text(say('data.log', { count: facts.log })),
      ...(closed ? [] : [quiet(say('data.how'))]),
      quiet(say('data.never')),
      quiet(say('data.download')),
    ],
    offer,
  );
};

/** Erasing was asked for and waits for a second tap. */
export const myDataErasing = (language: Language, { id: collaboration, closed }: Pick<Collaboration, 'id' | 'closed'>) => {
  const say = sayIn(language);
  // Of a collaboration that is closed no answer can be found as theirs; their name can.
  const words =
    closed === undefined
      ? [title(say('data.erase')), warning(say('data.eraseSure')), text(say('data.eraseMeans'))]
      : [title(say('data.eraseName')), text(say('data.eraseNameMeans'))];
  return card(words, [
    button(say('data.eraseYes'), { verb: 'data.erase', collaboration, confirmed: true }),
    button(say('data.eraseNo'), { verb: 'data.view', collaboration }),
  ]);
};
