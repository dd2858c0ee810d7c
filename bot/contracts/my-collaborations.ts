import { z } from 'zod';

/** Where Teams opens something; only ever a link of Teams. */
const link = z.string().startsWith('https://teams.microsoft.com/l/');

/** `GET /api/me`: the collaborations of the signed-in person, for the personal tab. The request names no channel and no person. */
export const myCollaborations = z.strictObject({
  collaborations: z.array(
    z.strictObject({
      purpose: z.string(),
      /** IANA zone: times are shown in it. */
      zone: z.string(),
      nextMeeting: z.iso.date(),
      /** Closed for good: it can still be read. */
      closed: z.boolean().default(false),
      /** Null: the person has not said yet for which organisation and as what they answer. */
      organisation: z.string().nullable(),
      role: z.enum(['leader', 'employee']).nullable(),
      integrationManager: z.boolean(),
      /** The survey that is open, and the person's own participation in it; `answer`: the card in the channel, null where it is not there. */
      survey: z
        .strictObject({
          round: z.int().min(1),
          closes: z.iso.datetime(),
          state: z.enum(['not invited', 'invited', 'started', 'finished']),
          answer: link.nullable(),
        })
        .nullable(),
      /** Where the results of the round that closed last are shown; null before the first. */
      results: z.strictObject({ round: z.int().min(1), open: link }).nullable(),
      /** Open actions of the person, by due date; `open`: the page of each. */
      actions: z.array(z.strictObject({ text: z.string(), due: z.iso.date(), stuck: z.boolean(), open: link })),
      /** How many more there are. */
      moreActions: z.int().min(0),
      /** The channel's tab. */
      open: link,
    }),
  ),
  /** How many more there are of which Teams does not say at the moment whether the person is in their channel. */
  unchecked: z.int().min(0),
  /** There are more than are looked at. */
  more: z.boolean(),
});
export type MyCollaborations = z.infer<typeof myCollaborations>;
