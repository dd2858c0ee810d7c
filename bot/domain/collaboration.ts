/** Only the gate (usecases/gate.ts) and the store make one: whoever holds it has been let in. */
export type CollaborationId = string & { readonly brand: 'CollaborationId' };

export const languages = ['en', 'nb'] as const;
export type Language = (typeof languages)[number];

export const roles = ['leader', 'employee'] as const;
export type Role = (typeof roles)[number];

/** Numbered 1, 2, 3 ... inside its collaboration, in the order of set-up. It is never deleted. */
export type Organisation = {
  readonly id: number;
  readonly name: string;
  /** It takes part from the round with this number on; absent: from the first. */
  readonly joinedWith?: number;
  /** It has left: the round with this number was its last, 0 where it took part in none; absent: it is here. */
  readonly leftAfter?: number;
};

/** A person is the pair (tenant id, object id) of a signed request; never a name or an e-mail address. */
export type Person = { readonly tenantId: string; readonly objectId: string };

export type Collaboration = {
  readonly id: CollaborationId;
  readonly purpose: string;
  readonly organisations: readonly Organisation[];
  readonly language: Language;
  /** IANA zone, such as Europe/Oslo. */
  readonly zone: string;
  /** YYYY-MM-DD in the zone: of the first meeting that is still planned; where none is, of the last there was. */
  readonly nextMeeting: string;
  /** The home channel: tenant and Teams channel (thread) id. */
  readonly homeTenant: string;
  readonly homeChannel: string;
  /** When it was closed for good: it can be read, and nothing is added; absent: it is at work. */
  readonly closed?: Date;
};

export type Member = Person & {
  readonly id: number;
  readonly collaboration: CollaborationId;
  readonly name: string;
  /** Absent until the person has said which organisation they answer for. */
  readonly organisation?: number;
  readonly role?: Role;
  readonly integrationManager: boolean;
  /** Leads the meetings; somebody may be both. */
  readonly chair: boolean;
  /** The bot's own id of this person (29:...), learnt from what they send; differs per bot. */
  readonly teamsUserId: string;
  /** Where they are, one of the zones set-up offers; absent: where the collaboration is. */
  readonly zone?: string;
  /** What their Teams speaks, where it is one of ours, as they last said; absent: not known. */
  readonly language?: Language;
  /** The linked channel they take part through; absent: the home channel. */
  readonly through?: string;
  /** When they first answered for an organisation; absent: never, or before this was kept. */
  readonly joined?: Date;
};
