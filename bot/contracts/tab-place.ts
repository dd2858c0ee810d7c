/** Where in the channel's tab. `actions`: the board. */
export type TabPlace =
  | { readonly is: 'first' }
  /** `round`: in the results of this one; without it, in the latest. */
  | { readonly is: 'pair'; readonly one: number; readonly other: number; readonly round?: number }
  | { readonly is: 'timeline' }
  /** What was sent, for integration managers. */
  | { readonly is: 'deliveries' }
  | { readonly is: 'meetings' }
  /** Set-up. */
  | { readonly is: 'manage' }
  | { readonly is: 'round'; readonly round: number }
  | { readonly is: 'actions' }
  | { readonly is: 'action'; readonly action: number }
  | { readonly is: 'meeting'; readonly meeting: number }
  /** What came of the meeting with this number. */
  | { readonly is: 'minutes'; readonly meeting: number };

const first: TabPlace = { is: 'first' };

/** A place as Teams carries it, and as the tab's address names it after `#`; empty for the first screen. */
export const placeName = (place: TabPlace): string => {
  switch (place.is) {
    case 'first':
      return '';
    case 'pair': {
      const pair = `pair-${place.one}-${place.other}`;
      return place.round === undefined ? pair : `round-${place.round}-${pair}`;
    }
    case 'timeline':
    case 'actions':
    case 'deliveries':
    case 'meetings':
    case 'manage':
      return place.is;
    case 'round':
      return `round-${place.round}`;
    case 'action':
      return `action-${place.action}`;
    case 'minutes':
      return `minutes-${place.meeting}`;
    case 'meeting':
      return `meeting-${place.meeting}`;
  }
};

const named =
  /^(?:(?:round-(?<of>[1-9]\d{0,4})-)?pair-(?<one>[1-9]\d{0,4})-(?<other>[1-9]\d{0,4})|round-(?<round>[1-9]\d{0,4})|action-(?<action>[1-9]\d{0,8})|minutes-(?<minutes>[1-9]\d{0,4})|meeting-(?<meeting>[1-9]\d{0,4}))$/;

/** The place a name stands for. Whoever makes a link may write anything there: what is not known is the first screen. */
export const placeNamed = (name: string | undefined): TabPlace => {
  const parts: Readonly<Partial<Record<string, string>>> | undefined = named.exec(name ?? '')?.groups;
  if (parts === undefined) {
    const alone = ['timeline', 'actions', 'deliveries', 'meetings', 'manage'] as const;
    const is = alone.find((one) => one === name);
    return is === undefined ? first : { is };
  }
  const { of, one, other, round, action, meeting, minutes } = parts;
  if (one !== undefined)
    return { is: 'pair', one: Number(one), other: Number(other), ...(of === undefined ? {} : { round: Number(of) }) };
  if (meeting !== undefined) return { is: 'meeting', meeting: Number(meeting) };
  if (minutes !== undefined) return { is: 'minutes', meeting: Number(minutes) };
  return round === undefined ? { is: 'action', action: Number(action) } : { is: 'round', round: Number(round) };
};
