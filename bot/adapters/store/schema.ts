import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CollaborationId, Language, Role } from '../../domain/collaboration.ts';
import type { Mode, ParticipationState } from '../../domain/round.ts';
import type { LocalQuestion } from '../../domain/local-question.ts';
import type { Headcount } from '../../domain/sums.ts';
import type {
  ActionDeed,
  ActionKind,
  ActionSource,
  ActionState,
  Snoozed,
  Standing,
  Stuck,
  TestOfChange,
  Verdict,
} from '../../domain/actions/action.ts';
import type { NudgeStep } from '../../domain/actions/nudging.ts';
import type { Delivery, DeliveryKind, Held } from '../../domain/delivery.ts';
import type { AgendaStep, ChosenArea } from '../../domain/meetings/agenda.ts';
import type { CheckOutResults } from '../../domain/meetings/check-out.ts';
import type { SilentQuestion } from '../../domain/meetings/silent.ts';
import type { MeetingState } from '../../domain/meetings/meeting.ts';
import type { RhythmRule } from '../../domain/meetings/rhythm.ts';
import type { MeetingSurvey, SurveyRefusal } from '../../domain/meetings/survey.ts';

/** The tables of migrations/, as queries see them. Numbers that PostgreSQL keeps in 8 bytes are numbers here too. */
export type Schema = {
  collaborations: Owned<{
    purpose: string;
    language: Language;
    zone: string;
    version: Generated<number>;
    closed: Generated<Date | null>;
  }>;
  organisations: Owned<{
    id: number;
    name: string;
    joined_with: Generated<number | null>;
    left_after: Generated<number | null>;
  }>;
  outcomes: Owned<{ id: Generated<number>; position: number; text: string }>;
  channels: Owned<{
    id: Generated<number>;
    channel_id: string;
    tenant_id: string;
    home: boolean;
    team_name: Generated<string | null>;
    channel_name: Generated<string | null>;
    asked_tenant: Generated<string | null>;
    asked_object: Generated<string | null>;
    linked: Generated<Date | null>;
  }>;
  link_codes: Owned<{ code: Uint8Array; expires: Date; made_by: number }>;
  link_asks: Owned<{
    id: Generated<number>;
    channel_id: string;
    tenant_id: string;
    team_name: string | null;
    channel_name: string | null;
    asked_tenant: string;
    asked_object: string;
    asked_name: string;
    at: Date;
  }>;
  members: Owned<{
    id: Generated<number>;
    tenant_id: string;
    object_id: string;
    name: string;
    teams_user_id: string;
    organisation: number | null;
    role: Role | null;
    integration_manager: boolean;
    chair: Generated<boolean>;
    zone: Generated<string | null>;
    language: Generated<Language | null>;
    joined: Generated<Date | null>;
    /** Null: the home channel. */
    through: Generated<string | null>;
  }>;
  pseudonym_keys: Owned<{ sealed: Uint8Array }>;
  rounds: Owned<{
    number: number;
    state: 'open' | 'closed';
    mode: Mode;
    k: number;
    audience: readonly Role[];
    opens: Date;
    closes: Date;
    closed: Date | null;
    instrument: JSONColumnType<object> | null;
    reopened: Date | null;
    answers_gone: Generated<boolean>;
    /** Both are null but in an imported round. */
    invited: JSONColumnType<Headcount> | null;
    content_sha256: Uint8Array | null;
  }>;
  participation: Owned<{
    round: number;
    member_id: number;
    organisation: number;
    role: Role;
    state: ParticipationState;
  }>;
  answers: Owned<{
    round: number;
    respondent: Uint8Array;
    target: number;
    organisation: number;
    role: Role;
    not_working_together: boolean;
    /** In the order of `questionIds`. */
    ratings: readonly (number | null)[];
  }>;
  draws: Owned<{ round: number; respondent: Uint8Array; organisation: number; partners: readonly number[] }>;
  local_questions: Owned<{ id: Generated<number>; text: string; state: LocalQuestion['state']; proposed_by: number }>;
  last_pages: Owned<{ round: number; at: Date }>;
  snapshots: Owned<{ round: number; edition: Generated<number>; snapshot: JSONColumnType<object> }>;
  published_answers: Schema['answers'];
  erased_respondents: Owned<{ round: number; organisation: number; role: Role; target: number; respondents: number }>;
  deliveries: Owned<{
    id: Generated<number>;
    key: string;
    kind: DeliveryKind;
    /** Null: it is about no round. */
    round: number | null;
    /** Null: it is about no meeting. */
    meeting: Generated<number | null>;
    member_id: number | null;
    /** A linked one; null: the home channel, or a person. */
    channel: Generated<string | null>;
    state: Delivery['state'];
    attempts: Generated<number>;
    reason: string | null;
    conversation: string | null;
    activity: string | null;
    held: Held['because'] | null;
    held_until: Date | null;
    claimed: Date;
    touched: Date;
  }>;
  audit: Owned<{
    id: Generated<number>;
    at: Date;
    what: string;
    tenant_id: string | null;
    object_id: string | null;
    facts: JSONColumnType<object>;
  }>;
  who_we_are: Owned<{ organisation: number; does: string; does_not: string; reach: string; version: number }>;
  actions: Owned<{
    id: Generated<number>;
    request: string;
    text: string;
    kind: ActionKind;
    due: string;
    next_step: string | null;
    test: JSONColumnType<TestOfChange> | null;
    source: JSONColumnType<ActionSource>;
    state: ActionState;
    stuck: JSONColumnType<Stuck> | null;
    snoozed: JSONColumnType<Snoozed> | null;
    verdict: Verdict | null;
    kept_by: number | null;
    moved: number;
    agreed: Date;
    agreed_by: number | null;
    heard: Date;
    nudged_from: Date;
    closed: Date | null;
    next_nudge: Date | null;
    told_with: Generated<number | null>;
  }>;
  action_owners: Owned<{ action_id: number; position: number; organisation: number; member_id: number | null }>;
  action_events: Owned<{
    id: Generated<number>;
    action_id: number;
    what: ActionDeed;
    member_id: number | null;
    at: Date;
    was: JSONColumnType<Partial<Standing>>;
    becomes: JSONColumnType<Partial<Standing>>;
  }>;
  stops: Owned<{ since: Date; member_id: number }>;
  meetings: Owned<{
    number: number;
    date: string;
    starts: string;
    state: MeetingState;
    ended: Date | null;
    by_rhythm: boolean;
    attendance_taken: Date | null;
    survey: JSONColumnType<MeetingSurvey> | null;
    round: number | null;
    survey_refused: SurveyRefusal | null;
    version: Generated<number>;
  }>;
  rhythms: Owned<{
    rule: JSONColumnType<RhythmRule>;
    starts_from: string;
    starts: string;
    survey: JSONColumnType<MeetingSurvey> | null;
  }>;
  attendance: Owned<{ meeting: number; member_id: number; organisation: number }>;
  agendas: Owned<{
    meeting: number;
    version: number;
    started: Date | null;
    step: AgendaStep;
    areas: JSONColumnType<readonly ChosenArea[]>;
    last_area: number;
  }>;
  check_outs: Owned<{
    meeting: number;
    k: number;
    opens: Date;
    closes: Date;
    closed: Generated<Date | null>;
    results: ColumnType<CheckOutResults | null, string | undefined, string>;
  }>;
  check_out_answers: Owned<{ meeting: number; respondent: Uint8Array; energy: number | null; said: number | null }>;
  silent_writings: Owned<{
    meeting: number;
    area: number;
    question: SilentQuestion;
    k: number;
    opened: Date;
    seed: number;
    shown: ColumnType<readonly string[] | null, string | undefined, string>;
  }>;
  silent_texts: Owned<{ meeting: number; area: number; respondent: Uint8Array; text: string }>;
  decisions: Owned<{ id: Generated<number>; meeting: number; request: string; text: string; at: Date }>;
  nudges: Owned<{ action_id: number; member_id: number; due: string; step: NudgeStep; delivery_id: number; asked: Date | null }>;
  installations: { key: string; reference: JSONColumnType<object> };
  welcomes: { conversation: string };
  link_tries: { whose: string; at: Date };
  last_touches: { person: Uint8Array; touched: Date };
  master_key_proof: { only_one: Generated<boolean>; proof: Uint8Array };
};

type Owned<Columns> = Columns & { collaboration_id: CollaborationId };
