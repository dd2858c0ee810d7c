/** Of a meeting cycle (method.md, rule 10). Dates in the collaboration's zone; `closed` absent: not done. */
export type CycleAction = {
  readonly id: number | string;
  readonly due: string;
  readonly closed?: string;
  readonly dropped?: boolean;
};

export type Cycle<Id> = {
  readonly due: number;
  readonly done: number;
  /** Undefined where nothing was due. */
  readonly completion: number | undefined;
  readonly onTime: number | undefined;
  readonly carriedOver: readonly Id[];
  readonly notDueYet: readonly Id[];
};

/** Done by the next meeting of what was due by then, done by its own date of the same, and what is carried over. What was dropped is not due any more. */
export const cycleOf = <Kind extends CycleAction>(actions: readonly Kind[], nextMeeting: string): Cycle<Kind['id']> => {
  const agreed = actions.filter(({ dropped }) => dropped !== true);
  const due = agreed.filter((action) => action.due <= nextMeeting);
  const isDone = ({ closed }: Kind): boolean => closed !== undefined && closed <= nextMeeting;
  const done = due.filter(isDone);
  const onTime = done.filter(({ due: day, closed }) => closed !== undefined && closed <= day);
  const rate = (count: number): number | undefined => (due.length === 0 ? undefined : count / due.length);
  return {
    due: due.length,
    done: done.length,
    completion: rate(done.length),
    onTime: rate(onTime.length),
    carriedOver: due.filter((action) => !isDone(action)).map(({ id }) => id),
    notDueYet: agreed.filter((action) => action.due > nextMeeting && !isDone(action)).map(({ id }) => id),
  };
};
