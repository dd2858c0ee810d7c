import { actionKinds } from '../bot/domain/actions/action.ts';
import type { Action, ActionKind, Owner } from '../bot/domain/actions/action.ts';
import type { Collaboration, Language, Member } from '../bot/domain/collaboration.ts';
import type { Say } from '../locales/translate.ts';
import { button, choiceSet, day, plain, quiet, shortName, text } from './parts.ts';
import type { Choice } from './parts.ts';

/** What every card about actions knows. `people`: everybody in the collaboration. */
export type ActionFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly people: readonly Member[];
};

export const organisationOf = ({ organisations }: Collaboration, id: number | undefined): string =>
  organisations.find((one) => one.id === id)?.name ?? '';

/** Somebody who has left is named by the organisation that still owns it. */
const ownerName = (say: Say, { collaboration, people }: ActionFacts, { member, organisation }: Owner): string => {
  const organisationName = organisationOf(collaboration, organisation);
  const person = people.find(({ id }) => id === member);
  return person === undefined
    ? organisationName
    : say('action.person', { name: shortName(person.name), organisation: organisationName });
};

const stateOf = (say: Say, { state, stuck, verdict }: Action): string => {
  if (state === 'stuck' && stuck !== undefined) {
    const because = say(`action.because.${stuck.because}`);
    return stuck.words === undefined
      ? say('action.is.stuck', { because })
      : say('action.is.stuckWords', { because, words: stuck.words });
  }
  return verdict === undefined ? say(`action.is.${state}`) : say(`action.verdict.is.${verdict}`);
};

/** Whose it is, in words: so many of its owners. */
export const ownerNames = (say: Say, facts: ActionFacts, { owners }: Pick<Action, 'owners'>, most = owners.length): string =>
  owners
    .slice(0, most)
    .map((owner) => ownerName(say, facts, owner))
    .join(', ');

/** How an action stands, as everybody in the channel may read it: never that it is late (product.md, section 4). */
export const actionLines = (say: Say, facts: ActionFacts, action: Action) => {
  const { language, collaboration } = facts;
  const { kind, test, nextStep, snoozed, moved, keptBy } = action;
  const line = (label: string, value: string) => ({ title: label, value: plain(value) });
  return [
    { ...text(plain(action.text)), weight: 'Bolder' as const },
    {
      type: 'FactSet' as const,
      facts: [
        line(say('action.kind'), say(`action.kind.${kind}`)),
        line(say('action.owners'), ownerNames(say, facts, action)),
        ...(nextStep === undefined ? [] : [line(say('action.nextStep'), nextStep)]),
        ...(test === undefined
          ? []
          : [
              line(say('action.test.what'), test.what),
              line(say('action.test.forWhom'), test.forWhom),
              line(say('action.test.expected'), test.expected),
            ]),
        line(say('action.due'), day(action.due, language)),
        ...(moved > 0 ? [line(say('action.moved'), say('action.movedTimes', { count: moved }))] : []),
        line(say('action.state'), stateOf(say, action)),
        ...(keptBy === undefined ? [] : [line(say('action.keptBy'), organisationOf(collaboration, keptBy))]),
        ...(snoozed === undefined
          ? []
          : [line(say('action.snoozed'), say('action.snoozedUntil', { ...snoozed, until: day(snoozed.until, language) }))]),
      ],
    },
    // Checked when it was agreed: it leads to a message in Teams, and has no sign that ends it.
    ...(action.source.from === 'message' ? [text(say('action.source', { link: action.source.link }))] : []),
  ];
};

/** One after the other, each with its own button; numbered, so that the buttons tell themselves apart. */
export const eachToOpen = (
  say: Say,
  collaboration: string,
  actions: readonly { readonly action: Action; readonly line: string }[],
) =>
  actions.flatMap(({ action, line }, at) => [
    { ...quiet(say('action.numbered', { number: at + 1, line })), separator: true },
    text(plain(action.text)),
    {
      type: 'ActionSet' as const,
      actions: [button(say('action.openNumber', { number: at + 1 }), { verb: 'action.view', collaboration, action: action.id })],
    },
  ]);

/** Texts of a form: what was typed, where it comes back with a refusal or for another kind. */
export const words = (id: string, label: string, value: string | undefined, longest: number) => ({
  type: 'Input.Text' as const,
  id,
  label,
  isMultiline: true,
  maxLength: longest,
  ...(value === undefined || value === '' ? {} : { value }),
});

export const date = (id: string, label: string, value: string | undefined) => ({
  type: 'Input.Date' as const,
  id,
  label,
  ...(value === undefined || value === '' ? {} : { value }),
});

/** Bytes of choices a card has room for: some 100 people with names as usual, and as many fewer as they are longer. */
const bytesOfPeople = 9_000;

/** As many as a card has room for. */
const thatFit = (choices: readonly Choice[]): readonly Choice[] => {
  const encoder = new TextEncoder();
  let left = bytesOfPeople;
  return choices.filter(({ title }) => {
    left -= encoder.encode(title).length + 40;
    return left >= 0;
  });
};

/** People on the roster to choose owners from, those of `first` before the others. */
export const ownerChoice = (
  say: Say,
  { collaboration, people }: ActionFacts,
  chosen: readonly number[],
  first: number | undefined,
) => {
  const placed = people.filter(({ organisation, role }) => organisation !== undefined && role !== undefined);
  const own = placed.filter(({ organisation }) => organisation === first);
  const others = placed.filter(({ organisation }) => organisation !== first);
  const choices = [...own, ...others].map(({ id, name, organisation }) => ({
    title: say('action.person', { name: shortName(name), organisation: organisationOf(collaboration, organisation) }),
    value: String(id),
  }));
  const shown = thatFit(choices);
  return [
    {
      ...choiceSet({
        ...{ id: 'owners', label: say('action.owners'), error: say('action.ownersError') },
        choices: shown,
        value: chosen.join(',') || undefined,
      }),
      isMultiSelect: true,
      // The kind can be changed before there is an owner; that there is one is seen to when it is agreed.
      isRequired: false,
    },
    ...(choices.length > shown.length ? [quiet(say('action.ownersLeft', { count: choices.length - shown.length }))] : []),
  ];
};

export const otherKinds = (kind: ActionKind): readonly ActionKind[] => actionKinds.filter((one) => one !== kind);
