/**
 * What PGlite's own type declarations take for granted of Emscripten, and the few internals of its Node file system
 * that durable-file-system.ts hooks into. PGlite is pinned exactly; the start-up probe notices when these change.
 */
declare namespace Emscripten {
  type Node = { readonly name: string };
  type Stream = { readonly nfd?: number; readonly node: Node };
  type FileSystemType = {
    realPath(node: Node): string;
    stream_ops: { read: unknown; write: (...piece: unknown[]) => number; fsync?: (stream: Stream) => number };
    node_ops: {
      rename: (node: Node, folder: Node, name: string) => unknown;
      mknod: (folder: Node, ...rest: unknown[]) => unknown;
    };
  };
}

interface EmscriptenModule {
  preInit: unknown;
  preRun: unknown;
  postRun: unknown;
}

// eslint-disable-next-line no-var -- an ambient global can only be declared with var to be read as `typeof FS`.
declare var FS: { quit(): void };
