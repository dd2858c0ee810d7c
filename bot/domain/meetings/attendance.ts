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
