/** Who was at one meeting, by member; meetings in the order of their dates. */
export type Attendance = { readonly meeting: number; readonly present: ReadonlySet<number> };

export type AttendanceCounts = {
  readonly meeting: number;
  readonly present: number;
  /** At none before. */
  readonly new: number;
  /** At the one before as well; undefined for the first. */
  readonly alsoAtPrevious: number | undefined;
  /** Missed the one before, and are not new; undefined for the first. */
  readonly backAfterAbsence: number | undefined;
};

/** For each meeting, in their order (method.md, rule 10). */
export const attendanceCounts = (meetings: readonly Attendance[]): readonly AttendanceCounts[] => {
  const seen = new Set<number>();
  return meetings.map(({ meeting, present }, index) => {
    const previous = meetings[index - 1]?.present;
    const people = [...present];
    const fresh = people.filter((member) => !seen.has(member));
    const also = previous && people.filter((member) => previous.has(member)).length;
    for (const member of people) seen.add(member);
    return {
      ...{ meeting, present: people.length, new: fresh.length, alsoAtPrevious: also },
      backAfterAbsence: also === undefined ? undefined : people.length - fresh.length - also,
    };
  });
};

const regularOf = { attended: 4, of: 6 } as const;

/** Who was at four or more of the last six meetings; undefined before there were six. */
export const regulars = (meetings: readonly Attendance[]): ReadonlySet<number> | undefined => {
  const last = meetings.slice(-regularOf.of);
  if (last.length < regularOf.of) return undefined;
  const everybody = new Set(last.flatMap(({ present }) => [...present]));
  return new Set(
    [...everybody].filter((member) => last.filter(({ present }) => present.has(member)).length >= regularOf.attended),
  );
};

/** Of a group smaller than this nobody is counted before everybody's eyes (method.md, P1). */
const fewestShown = 5;

/** What everybody may read of a count: all of it, or, where a part of it is so small that it points at somebody, only how many were there. */
export const readByAll = ({
  meeting,
  present,
  ...parts
}: AttendanceCounts): Pick<AttendanceCounts, 'meeting' | 'present'> & Partial<AttendanceCounts> =>
  Object.values(parts).every((count) => count === undefined || count === 0 || count >= fewestShown)
    ? { meeting, present, ...parts }
    : { meeting, present };

/** One meeting says nothing of who never comes. */
const fewestMeetings = 2;

/** Who of these was at none of the last meetings, as many as regulars are counted over; undefined: too few were held to tell. */
export const neverCame = <Somebody extends { readonly id: number }>(
  people: readonly Somebody[],
  meetings: readonly Attendance[],
): readonly Somebody[] | undefined => {
  const last = meetings.slice(-regularOf.of);
  return last.length < fewestMeetings ? undefined : people.filter(({ id }) => last.every(({ present }) => !present.has(id)));
};
