import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];

/** Emscripten's numbers of ENOSPC and EDQUOT. */
const noRoom: readonly unknown[] = [51, 19];

/**
 * PGlite on Node never asks the disk to keep anything: its file system has no fsync, so a power cut loses acknowledged rows or
 * the whole database. This one has: files on fsync, and folders whenever a file appears in them or is renamed.
 */
export class DurableFileSystem extends NodeFS {
  /** How often PostgreSQL asked for a file to be kept; the start-up probe watches it move. */
  fsyncs = 0;
  readonly #full: () => never;

  /**
   * `full`: called in the middle of a write for which there is no room. It must not come back: PostgreSQL would end itself for it, and
   * inside this process it turns round for ever instead, with everything else in the process standing still.
   */
  constructor(folder: string, full: () => never) {
    super(folder);
    this.#full = full;
  }

  override async init(...[pglite, options]: Parameters<Init>): ReturnType<Init> {
    const made = await super.init(pglite, options);
    const hook = (module: { NODEFS: Emscripten.FileSystemType }): void => {
      this.hookInto(module.NODEFS);
    };
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [...(made.emscriptenOpts.preRun ?? []), hook] } };
  }

  private hookInto(files: Emscripten.FileSystemType): void {
    if (typeof files.stream_ops.read !== 'function') throw new Error('PGlite has changed inside: it cannot be made durable');
    files.stream_ops.fsync = (stream) => {
      this.fsyncs += 1;
      if (stream.nfd === undefined) keep(files.realPath(stream.node));
      else fsyncSync(stream.nfd);
      return 0;
    };
    const { write } = files.stream_ops;
    files.stream_ops.write = (...piece) => this.ifThereIsRoom(() => write(...piece));
    const { rename, mknod } = files.node_ops;
    files.node_ops.rename = (node, folder, name) => {
      const done = rename(node, folder, name);
      keep(files.realPath(folder));
      return done;
    };
    files.node_ops.mknod = (folder, ...rest) => {
      const done = this.ifThereIsRoom(() => mknod(folder, ...rest));
      keep(files.realPath(folder));
      return done;
    };
  }

  private ifThereIsRoom<T>(write: () => T): T {
    try {
      return write();
    } catch (error) {
      if (error instanceof Object && 'errno' in error && noRoom.includes(error.errno)) this.#full();
      throw error;
    }
  }
}

/** Makes the disk keep a folder and everything in it. */
export const keepTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) keepTree(path);
    else if (entry.isFile()) keep(path);
  }
  keep(folder);
};

/** Makes the disk keep a file, or the names in a folder: what was created, renamed or removed there. */
export const keep = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
