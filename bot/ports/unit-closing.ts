/** How a collaboration ends. */
export type ClosingPart = {
  /** Waits for whoever adds something at this moment, and keeps others out until this transaction ends. */
  begin(): Promise<void>;
  /** What still waits to go out never will. How many there were is told nobody: reminders are among them. */
  dropWaiting(at: Date): Promise<void>;
  /**
   * From here on nothing can be added, by the database itself, and the key of the pseudonyms is gone: nobody can tell any more whose the
   * answers are that remain. Throws while a round is open. False: it was closed before.
   */
  close(at: Date): Promise<boolean>;
};
