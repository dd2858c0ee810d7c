import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import type { LocalQuestion } from '../bot/domain/local-question.ts';
import { longestQuestion } from '../bot/domain/local-question.ts';
import { mostLocalQuestions } from '../bot/domain/questionnaire.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, cut, plain, quiet, text, title } from './parts.ts';

/** In the channel, for everybody; what it opens is each person's own view. */
export const questionsDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('questions.title')), text(say('questions.what', { most: mostLocalQuestions }))],
    [button(say('questions.open'), { verb: 'question.open', collaboration }, { primary: true })],
  );
};

/** The newest on a card; older ones are decided first. */
const mostShown = 12;

const decision = (say: Say, collaboration: string, { id, state }: LocalQuestion) => {
  const pointer = { collaboration, question: id };
  const decide = (label: string, wish: 'approved' | 'declined') =>
    button(label, { verb: 'question.decide', ...pointer, state: wish }, { withoutInputs: true });
  const decline = decide(say(state === 'approved' ? 'questions.withdraw' : 'questions.decline'), 'declined');
  return {
    type: 'ActionSet' as const,
    actions: state === 'approved' ? [decline] : [decide(say('questions.approve'), 'approved'), decline],
  };
};

/** One's own view: what there is, a place to propose another, and for integration managers what to do with each. */
export const questionsList = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly questions: readonly LocalQuestion[];
  readonly mayDecide: boolean;
}) => {
  const { collaboration, questions, mayDecide } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id };
  const { shown, more } = cut(say, questions, mostShown, 'last');
  return card(
    [
      title(say('questions.title')),
      text(plain(collaboration.purpose)),
      text(say('questions.what', { most: mostLocalQuestions })),
      ...(shown.length === 0 ? [quiet(say('questions.none'))] : []),
      ...shown.flatMap((question) => [
        { ...text(plain(question.text)), separator: true },
        quiet(say(`questions.state.${question.state === 'approved' ? 'approved' : 'proposed'}`)),
        ...(mayDecide ? [decision(say, collaboration.id, question)] : []),
      ]),
      ...more,
      {
        type: 'Input.Text' as const,
        id: 'text',
        label: say('questions.text'),
        placeholder: say('questions.hint'),
        isMultiline: true,
        maxLength: longestQuestion,
        isRequired: true,
        errorMessage: say('questions.textError'),
      },
      quiet(say('questions.help')),
    ],
    [button(say('questions.propose'), { verb: 'question.propose', ...pointer }, { primary: true })],
  );
};
