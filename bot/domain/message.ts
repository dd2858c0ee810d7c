import type { Action, ActionKind, StuckCounts } from './actions/action.ts';
import type { NudgeStep } from './actions/nudging.ts';
import type { Collaboration, Language, Member, Organisation, Role } from './collaboration.ts';
import type { ChannelName } from './linking.ts';
import type { Brief } from './meetings/brief.ts';
import type { Meeting } from './meetings/meeting.ts';
import type { SurveyRefusal } from './meetings/survey.ts';
import type { SendFailure } from './delivery.ts';
import type { NextThing } from './digest.ts';
import type { InstrumentName } from './questionnaire.ts';
import type { Mode } from './round.ts';

/** What stands on a card, as facts; adaptiveCards/ turns each into a card. Instants are UTC, shown in `zone`. */

export type SurveyFacts = {
  readonly language: Language;
  readonly zone: string;
  readonly collaboration: string;
  /** The channel whose tab shows the reader the results: the home channel, or a linked one. */
  readonly channel: string;
  readonly purpose: string;
  readonly round: number;
  readonly k: number;
  readonly mode: Mode;
  readonly audience: readonly Role[];
  readonly instrument: InstrumentName;
  /** How many pages one person is asked to fill in, and about how many minutes that takes. */
  readonly pages: number;
  readonly minutes: number;
  readonly opens: Date;
  readonly closes: Date;
  readonly answered: number;
  readonly invited: number;
  /** Organisations with fewer than k invited are not in the counts. */
  readonly leavesOut: boolean;
  /** It was closed, and opened again. */
  readonly again: boolean;
};

/** An action, told of. An owner without a name has left. */
export type ToldAction = {
  readonly id: number;
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly due: string;
  readonly owners: readonly { readonly name: string | undefined; readonly organisation: string }[];
};

/** Monday, to an integration manager. */
export type DigestFacts = {
  readonly language: Language;
  readonly zone: string;
  readonly collaboration: string;
  readonly channel: string;
  readonly purpose: string;
  readonly stuck: readonly ToldAction[];
  readonly because: StuckCounts;
  readonly silent: readonly ToldAction[];
  readonly due: readonly ToldAction[];
  readonly done: readonly ToldAction[];
  readonly unreached: readonly { readonly name: string; readonly organisation?: string; readonly reason: SendFailure }[];
  readonly next: readonly NextThing[];
  /** What waited to be said to them. */
  readonly nudges: NudgeFacts['actions'];
};

/** What was agreed elsewhere, told to the home channel; `people`: everybody in the collaboration. */
export type AgreedFacts = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly people: readonly Member[];
  readonly actions: readonly Action[];
};

/** What one person is nudged about, in one message; each action once. */
export type NudgeFacts = {
  readonly language: Language;
  readonly collaboration: string;
  readonly purpose: string;
  readonly actions: readonly {
    readonly id: number;
    readonly text: string;
    readonly kind: ActionKind;
    readonly nextStep?: string;
    /** YYYY-MM-DD. */
    readonly due: string;
    readonly step: NudgeStep;
    /** Whether the reader owns it; else they read it as an integration manager. */
    readonly own: boolean;
    /** Without a name: that person has left. */
    readonly owners: readonly { readonly name: string | undefined; readonly organisation: string }[];
  }[];
};

/** How a meeting is left, on a card. */
export type CheckOutFacts = {
  readonly language: Language;
  readonly zone: string;
  readonly collaboration: string;
  readonly channel: string;
  readonly purpose: string;
  readonly meeting: number;
  /** YYYY-MM-DD: of the meeting. */
  readonly date: string;
  readonly k: number;
  readonly closes: Date;
};

/** To owners, before a meeting. `date`: of the meeting, YYYY-MM-DD. */
export type UpdateRequestFacts = NudgeFacts & { readonly date: string };

/** To a chair, before a meeting. */
export type BriefFacts = {
  readonly language: Language;
  readonly collaboration: string;
  readonly channel: string;
  readonly purpose: string;
  readonly organisations: readonly Organisation[];
  readonly meeting: Pick<Meeting, 'number' | 'date' | 'starts'>;
  /** The date of the last meeting that was held; absent: none was. */
  readonly last?: string;
  readonly done: readonly ToldAction[];
  readonly newlyStuck: readonly ToldAction[];
  /** What waited to be said to them, and what they are asked about. */
  readonly nudges: NudgeFacts['actions'];
} & Pick<Brief, 'stuck' | 'because' | 'change' | 'focus' | 'tooGood' | 'absent'>;

/** What came of a meeting. Dates are YYYY-MM-DD. */
export type MinutesFacts = {
  readonly language: Language;
  readonly channel: string;
  readonly purpose: string;
  readonly meeting: number;
  readonly date: string;
  readonly decisions: readonly string[];
  /** Agreed in it. */
  readonly agreed: readonly ToldAction[];
  /** Absent: no other is planned. */
  readonly next?: Pick<Meeting, 'date' | 'starts'>;
};

/** The survey of a meeting did not open. `date`: of the meeting, YYYY-MM-DD. */
export type NotOpenedFacts = {
  readonly language: Language;
  readonly channel: string;
  readonly purpose: string;
  readonly date: string;
  readonly reason: SurveyRefusal;
};

/** A channel asks to be linked, or has been. `channel`: the one this stands in. */
export type LinkFacts = {
  readonly language: Language;
  readonly collaboration: string;
  readonly channel: string;
  readonly purpose: string;
  readonly named: ChannelName;
};

export type Message =
  /** The channel's card. `refreshFor`: at most 60 Teams user ids whose view Teams fetches by itself. */
  | { readonly kind: 'survey'; readonly facts: SurveyFacts; readonly refreshFor: readonly string[] }
  | { readonly kind: 'survey copy'; readonly facts: SurveyFacts }
  | { readonly kind: 'reminder'; readonly facts: SurveyFacts; readonly daysLeft: number }
  | { readonly kind: 'survey closed'; readonly facts: SurveyFacts }
  /** To the home channel. */
  | { readonly kind: 'agreed'; readonly facts: AgreedFacts }
  /** The channel's card of a meeting's check-out. `refreshFor`: as of a survey. */
  | { readonly kind: 'check-out'; readonly facts: CheckOutFacts; readonly refreshFor: readonly string[] }
  | { readonly kind: 'check-out closed'; readonly facts: CheckOutFacts }
  /** To one person, privately. */
  | { readonly kind: 'nudge'; readonly facts: NudgeFacts }
  | { readonly kind: 'digest'; readonly facts: DigestFacts }
  | { readonly kind: 'survey not opened'; readonly facts: NotOpenedFacts }
  | { readonly kind: 'update request'; readonly facts: UpdateRequestFacts }
  | { readonly kind: 'brief'; readonly facts: BriefFacts }
  | { readonly kind: 'since last'; readonly facts: MinutesFacts }
  /** To the home channel. */
  | { readonly kind: 'minutes'; readonly facts: MinutesFacts }
  /** To the home channel. */
  | { readonly kind: 'link asked'; readonly facts: LinkFacts }
  /** To the channel that was linked. */
  | { readonly kind: 'linked'; readonly facts: LinkFacts };

/** The same message for one reader: in their own language where it is known, else in the collaboration's. */
export const inLanguageOf = <Kind extends Message>(reader: Pick<Member, 'language'> | undefined, message: Kind): Kind => ({
  ...message,
  facts: { ...message.facts, language: reader?.language ?? message.facts.language },
});
