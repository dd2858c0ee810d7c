import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stateSchema, type State } from './state.ts';

export type Kept = {
  state: State;
  /** Call after every change: tells the listeners and writes the file soon. */
  changed: () => void;
  onChange: (listener: () => void) => () => void;
  /** Writes what is not yet written. */
  close: () => void;
};

const soon = 100;

/** Without a file everything is in memory only. A file of another version is a clear refusal, not a silent loss. */
export function keepState(fresh: () => State, file?: string): Kept {
  const state = file !== undefined && existsSync(file) ? read(file) : fresh();
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    if (file !== undefined) replace(file, JSON.stringify(state));
  };
  return {
    state,
    changed: () => {
      timer ??= setTimeout(write, soon);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      write();
    },
  };
}

function read(file: string): State {
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is from another version; start with --fresh to forget it.`);
  return parsed.data;
}

/** Whole or not at all: a reader, or a crash, never meets half a file. It holds signing keys, so it is the owner's alone. */
function replace(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  chmodSync(beside, 0o600);
  renameSync(beside, file);
}
