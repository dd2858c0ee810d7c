import { dontKnow } from '../bot/contracts/buttons.ts';
import type { Collaboration, Language, Organisation } from '../bot/domain/collaboration.ts';
import type { QuestionId } from '../bot/domain/instrument.ts';
import { naming } from '../bot/domain/local-question.ts';
import { asksAboutPartners, topOf } from '../bot/domain/questionnaire.ts';
import type { Question } from '../bot/domain/questionnaire.ts';
import type { Answer, Round } from '../bot/domain/round.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say, Sentence } from '../locales/translate.ts';
import { button, card, choiceSet, moment, plain, quiet, text, title } from './parts.ts';

export type PageFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly partner: Organisation;
  readonly position: number;
  readonly pages: number;
  readonly questions: readonly Question[];
  readonly before: Answer | undefined;
};

const choicesOf = (say: Say, { scale }: Question) => [
  ...Array.from({ length: topOf[scale] }, (_, below) => {
    const value = String(below + 1);
    return { title: say(`choice.${scale}.${value}` as Sentence), value };
  }),
  { title: say('choice.dontKnow'), value: dontKnow },
];

/** What was answered before; an item left unknown then is "don't know" now. */
const valueBefore = (before: Answer | undefined, item: QuestionId): string | undefined => {
  if (before === undefined || before.notWorkingTogether) return undefined;
  return String(before.ratings[item] ?? dontKnow);
};

/** What stands above the questions: whom they are about, where in the survey this is, which months, which scale. */
const heading = (say: Say, { round, partner, position, pages }: PageFacts) => {
  const ofPartner = asksAboutPartners(round.instrument);
  const { name } = round.instrument;
  const ofWhole = say(name === 'check-back' ? 'page.outcomes' : 'page.network');
  const about = ofPartner ? say('page.about', { org: plain(partner.name) }) : ofWhole;
  // How far something is, is asked as of today, on a scale whose words are the choices.
  const today = name === 'health check' || name === 'check-back';
  const remarks = [
    ...(pages > 1 ? [`${say('page.position', { position, pages })} ·`] : []),
    say(today ? 'page.today' : 'page.period'),
    ...(today ? [] : [`${say('page.scale')}.`]),
  ];
  return [title(about), quiet(remarks.join(' '))];
};

const privacy = (say: Say, { round }: PageFacts): string => {
  if (!asksAboutPartners(round.instrument)) return say('page.kNetwork', { k: round.k });
  return say(round.mode === 'matrix' ? 'page.k' : 'page.kPooled', { k: round.k });
};

/** One page: every question about one partner organisation, or about the network as a whole. */
export const surveyPage = (facts: PageFacts) => {
  const { collaboration, round, partner, before, language } = facts;
  const say = sayIn(language);
  const pointer = { collaboration: collaboration.id, round: round.number };
  const target = { ...pointer, target: partner.id };
  const last = facts.position === facts.pages;
  const named = asksAboutPartners(round.instrument) ? partner.name : say('page.anyPartner');
  const apart = asksAboutPartners(round.instrument)
    ? [button(say('page.apart'), { verb: 'survey.apart', ...target }, { withoutInputs: true })]
    : [];
  return card(
    [
      quiet(plain(collaboration.purpose)),
      ...heading(say, facts),
      ...(before?.notWorkingTogether ? [text(say('page.wasApart'))] : []),
      ...facts.questions.map((question) =>
        choiceSet({
          id: question.id,
          label: naming(question.text[language], named, say('page.anyPartner')),
          error: say('page.required'),
          choices: choicesOf(say, question),
          value: valueBefore(before, question.id),
          placeholder: say('page.choose'),
        }),
      ),
      quiet(privacy(say, facts)),
    ],
    [
      button(say(last ? 'page.last' : 'page.next'), { verb: 'survey.page', ...target }, { primary: true }),
      ...apart,
      ...(facts.position > 1 ? [button(say('page.back'), { verb: 'survey.back', ...target }, { withoutInputs: true })] : []),
    ],
  );
};

export const surveyThanks = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly round: Round;
}) => {
  const { collaboration, round } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id, round: round.number };
  const closes = moment(round.closes, collaboration.zone, facts.language);
  return card(
    [title(say('thanks.title')), text(plain(collaboration.purpose)), text(say('thanks.text', { closes }))],
    [
      button(say('thanks.change'), { verb: 'survey.change', ...pointer }),
      button(say('thanks.overview'), { verb: 'survey.view', ...pointer }),
    ],
  );
};
