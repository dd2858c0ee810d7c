import type { Collaboration, Language, Member } from '../bot/domain/collaboration.ts';
import { roles } from '../bot/domain/collaboration.ts';
import { isHere } from '../bot/domain/set-up.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, choiceSet, plain, quiet, refreshed, text, title } from './parts.ts';

const heading = (say: Say, { purpose, organisations }: Collaboration) => [
  title(say('roster.title')),
  text(say('roster.purpose', { purpose: plain(purpose) })),
  text(
    say('roster.organisations', {
      organisations: organisations
        .filter(isHere)
        .map(({ name }) => plain(name))
        .join(', '),
    }),
  ),
];

/** The channel's card: every member answers it once, in their own view. */
export const rosterQuestion = (collaboration: Collaboration, refreshFor: readonly string[]) => {
  const say = sayIn(collaboration.language);
  const pointer = { collaboration: collaboration.id };
  return card(
    [...heading(say, collaboration), text(say('roster.why'))],
    [
      button(say('roster.choose'), { verb: 'roster.open', ...pointer }, { primary: true }),
      button(say('roster.survey'), { verb: 'round.manage', ...pointer }),
    ],
    refreshed({ verb: 'roster.view', ...pointer }, refreshFor),
  );
};

/** The question itself. `then`: the round whose survey the person wanted to answer; `thenCheckOut`: the meeting whose check-out. */
export const rosterForm = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly chosen: { readonly organisation: number | undefined; readonly role: Member['role'] };
  readonly then?: number | undefined;
  readonly thenCheckOut?: number | undefined;
  readonly integrationManager?: boolean;
}) => {
  const { collaboration, chosen, then, thenCheckOut } = facts;
  const say = sayIn(facts.language);
  const here = collaboration.organisations.filter(isHere);
  const organisations = here.map(({ id, name }) => ({ title: name, value: String(id) }));
  const ofRole = roles.map((role) => ({ title: say(`role.${role}`), value: role }));
  return card(
    [
      ...heading(say, collaboration),
      text(say('roster.why')),
      choiceSet({
        id: 'organisation',
        label: say('roster.organisation'),
        error: say('roster.organisationError'),
        choices: organisations,
        value: here.some(({ id }) => id === chosen.organisation) ? String(chosen.organisation) : undefined,
        placeholder: say('page.choose'),
      }),
      choiceSet({
        id: 'role',
        label: say('roster.role'),
        error: say('roster.roleError'),
        choices: ofRole,
        value: chosen.role,
        expanded: true,
      }),
    ],
    [
      button(
        say('roster.save'),
        {
          ...{ verb: 'roster.save', collaboration: collaboration.id },
          ...(then === undefined ? {} : { then }),
          ...(thenCheckOut === undefined ? {} : { thenCheckOut }),
        },
        { primary: true },
      ),
      ...(facts.integrationManager ? [correction(say, collaboration)] : []),
    ],
  );
};

/** For integration managers. */
const correction = (say: Say, { id }: Collaboration) =>
  button(say('correct.open'), { verb: 'correct.open', collaboration: id }, { withoutInputs: true });

/** The card as somebody sees it who has answered the question. */
export const rosterPlace = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly member: Member;
}) => {
  const { collaboration, member } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id };
  const organisation = plain(collaboration.organisations.find(({ id }) => id === member.organisation)?.name ?? '');
  const mine = say('roster.mine', { organisation, role: say(`as.${member.role ?? 'leader'}`) });
  const managing = member.integrationManager
    ? [correction(say, collaboration), button(say('roster.survey'), { verb: 'round.manage', ...pointer })]
    : [];
  return card(
    [...heading(say, collaboration), text(mine), quiet(say('roster.next'))],
    [button(say('roster.change'), { verb: 'roster.open', ...pointer }), ...managing],
  );
};
