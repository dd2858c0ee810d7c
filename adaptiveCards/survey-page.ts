import { dontKnow } from '../bot/contracts/buttons.ts';
import type { Collaboration, Language, Organisation } from '../bot/domain/collaboration.ts';
import { expectationItems } from '../bot/domain/instrument.ts';
import type { Item } from '../bot/domain/instrument.ts';
import type { Answer, Round } from '../bot/domain/round.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, choiceSet, moment, plain, quiet, text, title } from './parts.ts';

export type PageFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly round: Round;
  readonly partner: Organisation;
  readonly position: number;
  readonly pages: number;
  readonly items: readonly Item[];
  readonly before: Answer | undefined;
};

const isExpectation = (item: Item): boolean => (expectationItems as readonly string[]).includes(item);

const choicesOf = (say: Say, item: Item) => {
  const scale = isExpectation(item) ? 'much' : 'extent';
  return [
    ...([1, 2, 3, 4, 5] as const).map((value) => ({ title: say(`choice.${scale}.${value}`), value: String(value) })),
    { title: say('choice.dontKnow'), value: dontKnow },
  ];
};

/** What was answered before; an item left unknown then is "don't know" now. */
const valueBefore = (before: Answer | undefined, item: Item): string | undefined => {
  if (before === undefined || before.notWorkingTogether) return undefined;
  return String(before.ratings[item] ?? dontKnow);
};

/** One page: every item about one partner organisation. */
export const surveyPage = (facts: PageFacts) => {
  const { collaboration, round, partner, before } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id, round: round.number };
  const target = { ...pointer, target: partner.id };
  const last = facts.position === facts.pages;
  return card(
    [
      quiet(plain(collaboration.purpose)),
      title(say('page.about', { org: plain(partner.name) })),
      quiet(
        `${say('page.position', { position: facts.position, pages: facts.pages })} · ${say('page.period')} ${say('page.scale')}.`,
      ),
      ...(before?.notWorkingTogether ? [text(say('page.wasApart'))] : []),
      ...facts.items.map((item) =>
        choiceSet({
          id: item,
          label: say(`item.${item}`, { org: partner.name }),
          error: say('page.required'),
          choices: choicesOf(say, item),
          value: valueBefore(before, item),
          placeholder: say('page.choose'),
        }),
      ),
      quiet(say(round.mode === 'matrix' ? 'page.k' : 'page.kPooled', { k: round.k })),
    ],
    [
      button(say(last ? 'page.last' : 'page.next'), { verb: 'survey.page', ...target }, { primary: true }),
      button(say('page.apart'), { verb: 'survey.apart', ...target }, { withoutInputs: true }),
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
