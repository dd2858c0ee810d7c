/** What a page of the log can be narrowed to. */
export const noteGroups = ['set-up', 'roster', 'rounds', 'results', 'actions', 'meetings', 'messages', 'privacy'] as const;
export type NoteGroup = (typeof noteGroups)[number];

/**
 * Every kind of entry there is, and where it is listed. `own`: what people did with their own data is for them alone (*my data*): whoever
 * reads that somebody erased their answers reads that they had answered.
 */
const groups = {
  'collaboration set up': 'set-up',
  'purpose changed': 'set-up',
  'practical matters changed': 'set-up',
  'organisation added': 'set-up',
  'organisation renamed': 'set-up',
  'organisation left': 'set-up',
  'organisation returned': 'set-up',
  'who we are changed': 'set-up',
  'link code made': 'set-up',
  'link asked for': 'set-up',
  'link declined': 'set-up',
  'channel linked': 'set-up',
  'channel unlinked': 'set-up',
  'collaboration closed': 'set-up',
  'organisation chosen': 'roster',
  'roster corrected': 'roster',
  'left with their channel': 'roster',
  'integration manager made': 'roster',
  'integration manager ended': 'roster',
  'chair made': 'roster',
  'chair ended': 'roster',
  'question proposed': 'rounds',
  'question approved': 'rounds',
  'question declined': 'rounds',
  'round launched': 'rounds',
  'round closed': 'rounds',
  'round opened again': 'rounds',
  'round imported': 'rounds',
  'survey card posted again': 'rounds',
  'results published again': 'rounds',
  'results left as they were': 'rounds',
  'results read': 'results',
  'results exported': 'results',
  "somebody else's action changed": 'actions',
  'nudged now': 'actions',
  'meeting planned': 'meetings',
  'meeting moved': 'meetings',
  'meeting called off': 'meetings',
  'meeting held': 'meetings',
  'attendance taken': 'meetings',
  'check-out opened': 'meetings',
  'check-out closed': 'meetings',
  'decision added': 'meetings',
  'decision changed': 'meetings',
  'decision dropped': 'meetings',
  'rhythm set': 'meetings',
  'rhythm ended': 'meetings',
  'survey of meeting changed': 'meetings',
  'survey of meeting not opened': 'meetings',
  'silent writing opened': 'meetings',
  'silent texts shown': 'meetings',
  'messages stopped': 'messages',
  'messages started': 'messages',
  'answers forgotten': 'privacy',
  'silent texts forgotten': 'privacy',
  'own answers erased': 'own',
  'own data exported': 'own',
} as const satisfies Readonly<Record<string, NoteGroup | 'own'>>;

export type NoteKind = keyof typeof groups;
/** Those that integration managers may read. */
export type ListedNote = { [Kind in NoteKind]: (typeof groups)[Kind] extends 'own' ? never : Kind }[NoteKind];

const isListed = (kind: string): kind is ListedNote => kind in groups && groups[kind as NoteKind] !== 'own';
/** Of a group, or all of them. */
export const listedNotes = (only: NoteGroup | 'all'): readonly ListedNote[] =>
  Object.keys(groups)
    .filter(isListed)
    .filter((kind) => only === 'all' || groups[kind] === only);

/** An entry of the audit log: who did it is asked for apart. Entries stay: `what` may be of an earlier version of the app. */
export type Noted = { readonly what: string; readonly facts: Readonly<Record<string, unknown>>; readonly at: Date };
