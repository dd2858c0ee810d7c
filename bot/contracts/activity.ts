import { z } from 'zod';

/** What we read of a signed Teams activity; the rest is left alone. Ids of people and tenants are compared in lower case. */
const id = z.string().min(1).max(512);
const lowerId = id.transform((text) => text.toLowerCase());

const name = z
  .string()
  .max(512)
  .transform((text) => text.replace(/\p{Cc}/gu, ' '));

export const activity = z.object({
  type: z.string().max(64),
  id: id.optional(),
  name: z.string().max(128).optional(),
  action: z.string().max(64).optional(),
  locale: z.string().max(32).optional(),
  localTimezone: z.string().max(64).optional(),
  text: z.string().max(100_000).optional(),
  replyToId: id.optional(),
  from: z.object({ id, name: name.optional(), aadObjectId: lowerId.optional() }),
  recipient: z.object({ id }).optional(),
  conversation: z.object({ id, conversationType: z.string().max(64).optional(), tenantId: lowerId.optional() }),
  channelData: z
    .object({
      tenant: z.object({ id: lowerId }).optional(),
      channel: z.object({ id }).optional(),
      team: z.object({ id }).optional(),
      settings: z.object({ selectedChannel: z.object({ id }).optional() }).optional(),
    })
    .optional(),
  value: z.unknown().optional(),
});
export type TeamsActivity = z.infer<typeof activity>;

const text = z.string().nullish();
const account = z.looseObject({ id: z.string(), name: text, aadObjectId: text, role: text, tenantId: text });
const yesOrNo = z.boolean().nullish();
/** A conversation's is kept, and no database keeps half a character or a zero. */
const keptId = z.string().regex(/^[^\0\p{Cs}]*$/u);

/**
 * What the SDK takes for granted of an activity, and fails on in the middle of a turn where it is otherwise. Everything else may be there,
 * and is left alone.
 */
export const wellFormed = z.looseObject({
  type: z.string(),
  ...{
    id: text,
    name: text,
    text,
    locale: text,
    channelId: text,
    serviceUrl: text,
    replyToId: text,
    action: text,
    callerId: text,
  },
  ...{ localTimezone: text, deliveryMode: text, textFormat: text },
  from: account,
  recipient: account,
  conversation: z.looseObject({
    ...{ id: keptId, isGroup: yesOrNo, conversationType: text, tenantId: text, name: text, aadObjectId: text, role: text },
  }),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  reactionsAdded: z.array(z.looseObject({ type: z.string() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: text })).nullish(),
  channelData: z.looseObject({}).nullish(),
  relatesTo: z.looseObject({}).nullish(),
});

/** The bot itself has no object id. */
const members = z.array(z.object({ aadObjectId: lowerId.optional() })).default([]);
const membershipChange = z.object({ membersAdded: members, membersRemoved: members });

/**
 * Whom a `conversationUpdate` says to have come or gone, by object id. 'everybody': it names nobody (a channel was shared, or is not any
 * more; the app came or went), or is not as it should be.
 */
export const peopleChanged = (update: unknown): readonly string[] | 'everybody' => {
  const read = membershipChange.safeParse(update);
  if (!read.success) return 'everybody';
  const named = [...read.data.membersAdded, ...read.data.membersRemoved].map(({ aadObjectId }) => aadObjectId);
  const known = named.filter((id) => id !== undefined);
  return named.length === 0 || known.length < named.length ? 'everybody' : known;
};

/** The value of `adaptiveCard/action`. `automatic`: Teams fetches a person's own view by itself. */
export const cardAction = z.object({
  action: z.object({ type: z.string().max(64), verb: z.string().max(64).optional(), data: z.unknown().optional() }),
  trigger: z.string().max(64).optional(),
});
