import { z } from 'zod';

/** What the page and the stand-in say to each other. */

export const setting = z.object({
  /** How far the clock here runs ahead of the machine's, in milliseconds. */
  clockAhead: z.number(),
  botId: z.string(),
  botName: z.string(),
  /** Id of the app in Teams, as links name it. */
  appId: z.string(),
  team: z.object({
    id: z.string(),
    groupId: z.string(),
    name: z.string(),
    tenant: z.string(),
    installed: z.boolean(),
    channels: z.array(
      z.object({ id: z.string(), name: z.string(), kind: z.enum(['standard', 'shared']), members: z.array(z.string()) }),
    ),
  }),
  organisations: z.array(z.object({ key: z.string(), name: z.string() })),
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      organisation: z.string(),
      kind: z.enum(['member', 'guest', 'external']),
      tenant: z.string(),
      aadObjectId: z.string(),
      email: z.string(),
      locale: z.string(),
      chat: z.string(),
    }),
  ),
});
export type Setting = z.infer<typeof setting>;

export const seenMessage = z.object({
  id: z.string(),
  thread: z.string(),
  from: z.string().nullable(),
  at: z.string(),
  text: z.string(),
  cards: z.array(z.record(z.string(), z.unknown())),
  version: z.int(),
  edited: z.boolean(),
  own: z.boolean(),
  notice: z.object({ kind: z.enum(['message', 'error']), text: z.string() }).nullable(),
});
export type SeenMessage = z.infer<typeof seenMessage>;
export const seenMessages = z.array(seenMessage);

export const tokenAnswer = z.object({ token: z.string() });

const who = z.string();
const card = z.record(z.string(), z.unknown());
/** `card`: chosen in the message extension; then words may be left out. */
export const sayWish = z
  .object({ person: who, conversation: z.string(), text: z.string().trim().max(4000), card: card.optional() })
  .refine(({ text, card: chosen }) => text !== '' || chosen !== undefined);
export const pressWish = z.object({
  person: who,
  message: z.string(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown(),
  }),
});
export const speakWish = z.object({ person: who, locale: z.enum(['en-GB', 'nb-NO']) });
export const clockWish = z.discriminatedUnion('by', [
  z.object({ by: z.literal('day') }),
  /** 9 o'clock of the next working day. */
  z.object({ by: z.literal('working day') }),
  /** 9 o'clock of this date. */
  z.object({ by: z.literal('date'), date: z.iso.date(), time: z.iso.time({ precision: -1 }).default('09:00') }),
]);
export type ClockWish = z.input<typeof clockWish>;
export const installWish = z.object({ person: who, channel: z.string(), action: z.enum(['add', 'remove']) });

const theme = z.enum(['default', 'dark', 'contrast']);
/** `message`: the command was chosen on it. `data`: a button of the form was pressed. */
export const dialogWish = z.object({
  person: who,
  conversation: z.string(),
  message: z.string().optional(),
  theme,
  data: z.unknown().optional(),
});
export type DialogWish = z.infer<typeof dialogWish>;
export const findWish = z.object({ person: who, conversation: z.string(), text: z.string().max(500), skip: z.int().min(0) });
export const pasteWish = z.object({ person: who, conversation: z.string(), url: z.string().max(4000) });

export const foundCard = z.object({ title: z.string(), text: z.string(), card });
export type FoundCard = z.infer<typeof foundCard>;
export const extensionAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dialog'), title: z.string(), card }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('found'), found: z.array(foundCard) }),
  z.object({ kind: z.literal('error'), text: z.string() }),
]);
export type ExtensionAnswer = z.infer<typeof extensionAnswer>;
