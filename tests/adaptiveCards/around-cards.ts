import { brief } from '../../adaptiveCards/brief.ts';
import { linkAsked, linkDesk, linked, linkHow, linkWaits, unlinked } from '../../adaptiveCards/linking.ts';
import { minutes, sinceLast } from '../../adaptiveCards/minutes.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { updateRequest } from '../../adaptiveCards/update-request.ts';
import type { LinkToTab } from '../../bot/contracts/deep-link.ts';
import { stuckReasons } from '../../bot/domain/actions/action.ts';
import type { Collaboration, Language } from '../../bot/domain/collaboration.ts';
import { meetingLimits } from '../../bot/domain/meetings/meeting.ts';
import type { BriefFacts, MinutesFacts, NudgeFacts, ToldAction } from '../../bot/domain/message.ts';
import type { FocusArea } from '../../bot/domain/scoring/focus-areas.ts';

const areas: readonly FocusArea[] = [
  { kind: 'expectation gap', from: '1', to: '2', need: 4.8, canGive: 2.8, gap: 2 },
  { kind: 'asymmetric pair', one: '1', other: '2', there: 2.4, back: 3.9, gap: -1.5 },
  { kind: 'mutual attention', one: '1', other: '2', there: 2.4, back: 2.6, strength: 2.5 },
  { kind: 'item', item: 'R4', mean: 2.9, profiles: 6 },
  { kind: 'stuck because', reason: 'rule or law', count: 3 },
];
const labels = [
  'clear improvement',
  'clear decline',
  'possible improvement',
  'possible decline',
  'no clear change',
  'too few to tell',
] as const;

/** What is sent before and after a meeting, and about linked channels, with what people write in every place. */
export const aroundCards = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly nudged: NudgeFacts;
  /** As long as a decision may be. */
  readonly text: string;
  readonly linkToTab: LinkToTab;
}): Readonly<Record<string, Card>> => {
  const { language, collaboration, nudged, text, linkToTab } = facts;
  const { id, homeChannel: channel, purpose, organisations } = collaboration;
  const told: readonly ToldAction[] = nudged.actions;
  const always = {
    ...{ language, collaboration: id, channel, purpose, organisations },
    meeting: { number: 12, date: '2027-02-23', starts: '09:00' },
  } as const;
  const whole: BriefFacts = {
    ...{ ...always, last: '2027-01-26' },
    ...{ done: told, newlyStuck: told, nudges: nudged.actions, stuck: 15, tooGood: true },
    because: Object.fromEntries(stuckReasons.map((reason, at) => [reason, at + 1])),
    change: { round: 12, label: 'clear improvement' },
    focus: areas.slice(0, 3),
    absent: { meetings: 6, by: organisations.map((one) => ({ organisation: one.id, people: 2, of: 7 })) },
  };
  const nothing = { done: [], newlyStuck: [], nudges: [], stuck: 0, because: {}, focus: [], tooGood: false, absent: undefined };
  const held = { language, channel, purpose, meeting: 12, date: '2027-02-23' } as const;
  const came: MinutesFacts = {
    ...held,
    decisions: Array<string>(meetingLimits.decisions).fill(text),
    agreed: [...told, ...told, ...told],
    next: { date: '2027-03-30', starts: '13:00' },
  };
  const link = { language, collaboration: id, channel, purpose } as const;
  const [one] = nudged.actions;
  const asked = { ...nudged, date: '2027-02-23' };
  return {
    brief: brief(whole, linkToTab),
    'brief, first': brief({ ...always, ...nothing }, linkToTab),
    ...Object.fromEntries(
      labels.map((label) => [
        `brief, ${label}`,
        brief({ ...whole, nudges: [], change: { round: 12, label }, focus: areas.slice(3) }, linkToTab),
      ]),
    ),
    updateRequest: updateRequest(asked),
    'updateRequest, one': updateRequest({ ...asked, actions: one === undefined ? [] : [{ ...one, step: 'before meeting' }] }),
    'updateRequest, a test': updateRequest({
      ...asked,
      actions: one === undefined ? [] : [{ ...one, kind: 'test of change', step: 'before meeting' }],
    }),
    minutes: minutes(came, linkToTab),
    'minutes, little': minutes({ ...came, decisions: [text], agreed: told.slice(0, 1) }, linkToTab),
    'minutes, nothing': minutes({ ...held, decisions: [], agreed: [] }, linkToTab),
    linkDesk: linkDesk(language, channel, linkToTab),
    linkHow: linkHow(language),
    linkWaits: linkWaits(language),
    unlinked: unlinked(language),
    linkAsked: linkAsked({ ...link, named: { team: organisations[0]?.name, channel: organisations[1]?.name } }, linkToTab),
    'linkAsked, unnamed': linkAsked({ ...link, named: {} }, linkToTab),
    linked: linked({ ...link, named: {} }, linkToTab),
    sinceLast: sinceLast(came, linkToTab),
    'sinceLast, little': sinceLast({ ...came, decisions: [], agreed: told.slice(0, 1) }, linkToTab),
  };
};
