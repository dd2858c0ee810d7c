import type { Collaboration, Language, Member } from '../bot/domain/collaboration.ts';
import { roles } from '../bot/domain/collaboration.ts';
import { isHere } from '../bot/domain/set-up.ts';
import type { Headcount } from '../bot/domain/sums.ts';
import { sayIn } from '../locales/translate.ts';
import type { Say } from '../locales/translate.ts';
import { button, card, choiceSet, cut, plain, quiet, shortName, text, title } from './parts.ts';

type Shown = { readonly language: Language; readonly collaboration: Collaboration };

/** As a choice: those who answer for no organisation. */
const none = '0';
/** More than are in a collaboration at a time. */
const mostOrganisations = 36;
const nameOf = ({ name }: Member): string => shortName(name);

/** How many answer for whom, and whose people to look at; an integration manager's own view. */
export const rosterCounts = (facts: Shown & { readonly people: Headcount; readonly withoutPlace: number }) => {
  const { collaboration, people, withoutPlace } = facts;
  const say = sayIn(facts.language);
  const count = (id: number) => say('correct.counts', { leaders: people[id]?.leader ?? 0, employees: people[id]?.employee ?? 0 });
  // Those that left are here as long as somebody still stands in them.
  const withPeople = collaboration.organisations.filter(
    (one) => isHere(one) || roles.some((role) => (people[one.id]?.[role] ?? 0) > 0),
  );
  const { shown, more } = cut(say, withPeople, mostOrganisations);
  const counts = shown.map(({ id, name }) => ({ title: plain(name), value: count(id) }));
  const without = { title: say('correct.none'), value: say('correct.noneCount', { count: withoutPlace }) };
  return card(
    [
      title(say('correct.title')),
      { type: 'FactSet', facts: withoutPlace > 0 ? [...counts, without] : counts },
      ...more,
      choiceSet({
        id: 'group',
        label: say('correct.group'),
        error: say('correct.groupError'),
        placeholder: say('page.choose'),
        choices: [
          ...shown.map(({ id, name }) => ({ title: name, value: String(id) })),
          { title: say('correct.none'), value: none },
        ],
      }),
      quiet(say('correct.only')),
    ],
    [
      button(say('correct.show'), { verb: 'correct.people', collaboration: collaboration.id, page: 0 }, { primary: true }),
      button(say('roster.title'), { verb: 'roster.view', collaboration: collaboration.id }, { withoutInputs: true }),
    ],
  );
};

const choiceOf = (say: Say, member: Member): string => {
  const name = nameOf(member);
  const { role, integrationManager } = member;
  if (role === undefined) return integrationManager ? say('correct.managerOnly', { name }) : name;
  return say(integrationManager ? 'correct.personManager' : 'correct.person', { name, role: say(`as.${role}`) });
};

/** The people of one organisation, or of none, one page of them. */
export const rosterPeople = (
  facts: Shown & { readonly group: number; readonly people: readonly Member[]; readonly page: number; readonly pages: number },
) => {
  const { collaboration, people, group, page, pages } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id };
  const organisation = collaboration.organisations.find(({ id }) => id === group);
  const turn = (label: string, to: number) =>
    button(label, { verb: 'correct.people', ...pointer, group, page: to }, { withoutInputs: true });
  return card(
    [
      title(
        organisation === undefined ? say('correct.peopleOfNone') : say('correct.peopleOf', { org: plain(organisation.name) }),
      ),
      ...(people.length === 0
        ? [text(say('correct.nobody'))]
        : [
            choiceSet({
              id: 'member',
              label: say('correct.who'),
              error: say('correct.whoError'),
              placeholder: say('page.choose'),
              choices: people.map((member) => ({ title: choiceOf(say, member), value: String(member.id) })),
            }),
          ]),
      ...(pages > 1 ? [quiet(say('correct.page', { page: page + 1, pages }))] : []),
    ],
    [
      ...(people.length === 0 ? [] : [button(say('correct.choose'), { verb: 'correct.person', ...pointer }, { primary: true })]),
      ...(page > 0 ? [turn(say('correct.previous'), page - 1)] : []),
      ...(page + 1 < pages ? [turn(say('correct.next'), page + 1)] : []),
      button(say('correct.back'), { verb: 'correct.open', ...pointer }, { withoutInputs: true }),
    ],
  );
};

const placeLines = (say: Say, { collaboration, member }: { collaboration: Collaboration; member: Member }) => {
  const name = plain(nameOf(member));
  const organisation = collaboration.organisations.find(({ id }) => id === member.organisation);
  const place =
    organisation === undefined || member.role === undefined
      ? say('correct.noPlace', { name })
      : say('correct.place', { name, organisation: plain(organisation.name), role: say(`as.${member.role}`) });
  return [
    text(place),
    ...(member.integrationManager ? [text(say('correct.isManager', { name }))] : []),
    ...(member.chair ? [text(say('correct.isChair', { name }))] : []),
  ];
};

/** One person: where they answer, to be corrected. `saved`: this is how it is since a moment ago. */
export const rosterPerson = (facts: Shown & { readonly member: Member }, saved: boolean) => {
  const { collaboration, member } = facts;
  const say = sayIn(facts.language);
  const pointer = { collaboration: collaboration.id, member: member.id };
  const { integrationManager: is, chair } = member;
  const here = collaboration.organisations.filter(isHere);
  return card(
    [
      title(say('correct.title')),
      ...(saved ? [{ ...text(say('correct.saved')), color: 'Good' as const, weight: 'Bolder' as const }] : []),
      ...placeLines(say, facts),
      choiceSet({
        id: 'organisation',
        label: say('roster.organisation'),
        error: say('correct.groupError'),
        choices: here.map(({ id, name }) => ({ title: name, value: String(id) })),
        value: here.some(({ id }) => id === member.organisation) ? String(member.organisation) : undefined,
        placeholder: say('page.choose'),
      }),
      choiceSet({
        id: 'role',
        label: say('correct.role'),
        error: say('roster.roleError'),
        choices: roles.map((role) => ({ title: say(`role.${role}`), value: role })),
        value: member.role,
        expanded: true,
      }),
      quiet(say('correct.only')),
    ],
    [
      button(say('roster.save'), { verb: 'correct.place', ...pointer }, { primary: true }),
      ...(member.organisation === undefined
        ? []
        : [button(say('correct.remove'), { verb: 'correct.remove', ...pointer }, { withoutInputs: true })]),
      button(
        say(is ? 'correct.endManager' : 'correct.makeManager'),
        { verb: 'correct.manager', ...pointer, is: !is },
        { withoutInputs: true },
      ),
      button(
        say(chair ? 'correct.endChair' : 'correct.makeChair'),
        { verb: 'correct.chair', ...pointer, is: !chair },
        { withoutInputs: true },
      ),
      button(say('correct.back'), { verb: 'correct.open', collaboration: collaboration.id }, { withoutInputs: true }),
    ],
  );
};
