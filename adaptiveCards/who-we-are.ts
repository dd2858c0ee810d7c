import type { AboutTexts } from '../bot/domain/about.ts';
import { longestAbout } from '../bot/domain/about.ts';
import type { Language } from '../bot/domain/collaboration.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, plain, quiet, text, title, warning } from './parts.ts';

/** In the channel, for everybody; what it opens is each person's own view. */
export const whoWeAreDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('about.title')), text(say('about.what')), quiet(say('about.tab'))],
    [button(say('about.open'), { verb: 'about.open', collaboration }, { primary: true })],
  );
};

/** Who has not said which organisation they answer for has no text to write. */
export const whoWeAreNobody = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('about.title')), text(say('about.noPlace')), quiet(say('about.tab'))],
    [button(say('roster.choose'), { verb: 'roster.open', collaboration }, { primary: true })],
  );
};

const fields = ['does', 'doesNot', 'reach'] as const;

const input = (say: Say, field: (typeof fields)[number], value: string) => ({
  type: 'Input.Text' as const,
  id: field,
  label: say(`about.${field}`),
  placeholder: say(`about.${field}Hint`),
  isMultiline: true,
  maxLength: longestAbout,
  ...(value === '' ? {} : { value }),
});

const stored = (say: Say, now: AboutTexts) => [
  warning(say('about.behind')),
  ...fields.map((field) =>
    text(say('about.now', { field: say(`about.${field}`), text: now[field] === '' ? say('about.empty') : plain(now[field]) })),
  ),
];

/**
 * One's own organisation's texts in a form. `version`: as it stands now. `now`: somebody else was faster; that is what they stored, and
 * the form has what was typed.
 */
export const whoWeAreForm = (facts: {
  readonly language: Language;
  readonly collaboration: string;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly version: number;
  readonly texts: AboutTexts;
  readonly now?: AboutTexts | undefined;
  readonly saved?: boolean | undefined;
}) => {
  const { language, collaboration, organisation, version, texts, now, saved } = facts;
  const say = sayIn(language);
  return card(
    [
      title(say('about.of', { organisation: plain(organisation.name) })),
      ...(saved ? [text(`**${say('about.saved')}**`)] : []),
      ...(now === undefined ? [text(say('about.readers'))] : stored(say, now)),
      ...fields.map((field) => input(say, field, texts[field])),
      quiet(say('about.patients', { most: longestAbout })),
    ],
    [
      button(
        say('about.save'),
        { verb: 'about.save', collaboration, organisation: organisation.id, seen: version },
        { primary: true },
      ),
    ],
  );
};
