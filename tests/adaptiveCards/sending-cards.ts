import { digest } from '../../adaptiveCards/digest.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { sendingDesk, sendingSwitch } from '../../adaptiveCards/sending.ts';
import type { LinkToTab } from '../../bot/contracts/deep-link.ts';
import { stuckReasons } from '../../bot/domain/actions/action.ts';
import type { Collaboration, Language } from '../../bot/domain/collaboration.ts';
import { surveyNotOpened } from '../../adaptiveCards/survey-not-opened.ts';
import type { DigestFacts, NudgeFacts, ToldAction } from '../../bot/domain/message.ts';

const since = new Date('2027-02-15T08:00Z');
const things = ['nudges', 'reminder', 'close', 'digest'] as const;

/** The digest and the switch, with what people write in every place. */
export const sendingCards = (facts: {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly nudged: NudgeFacts;
  readonly names: readonly string[];
  readonly linkToTab: LinkToTab;
}): Readonly<Record<string, Card>> => {
  const { language, collaboration, nudged, names, linkToTab } = facts;
  const { id, zone, homeChannel: channel, purpose } = collaboration;
  const told: readonly ToldAction[] = nudged.actions;
  const person = { name: names[0] ?? '', organisation: names[1] ?? '' };
  const whole: DigestFacts = {
    ...{ language, zone, channel, purpose, collaboration: id, nudges: nudged.actions },
    ...{ stuck: told, silent: told, due: told, done: told },
    because: Object.fromEntries(stuckReasons.map((reason, at) => [reason, at + 1])),
    unreached: [
      ...Array.from({ length: 4 }, () => ({ ...person, reason: 'cannot be reached' as const })),
      { name: person.name, reason: 'blocked by the person' },
    ],
    next: things.slice(0, 3).map((is) => ({ is, at: since })),
  };
  const none = { because: {}, stuck: [], silent: [], due: [], done: [], unreached: [], nudges: [] };
  const stopped = { language, collaboration, linkToTab, stopped: { since, by: person.name } };
  return {
    digest: digest(whole, linkToTab),
    'digest, short': digest({ ...whole, ...none, done: told.slice(0, 1), next: [{ is: 'digest', at: since }] }, linkToTab),
    surveyNotOpened: surveyNotOpened({ language, channel, purpose, date: '2026-12-14', reason: 'too few invited' }, linkToTab),
    sendingDesk: sendingDesk(language, id),
    sendingSwitch: sendingSwitch({ ...stopped, stopped: undefined }),
    'sendingSwitch, stopped': sendingSwitch(stopped),
    'sendingSwitch, by somebody who has left': sendingSwitch({ ...stopped, stopped: { since } }),
  };
};
