import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import sinon from 'sinon';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import { DurableFileSystem } from '../../../bot/adapters/store/durable-file-system.ts';
import { lockFolder } from '../../../bot/adapters/store/folder-lock.ts';
import { copiedFolder, newFolder, patience, silentLog } from '../../store-engines.ts';

describe('the embedded database', function () {
  this.timeout(patience);
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await copiedFolder();
  });
  afterEach(() => {
    sinon.restore();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Another process that opens the same database and stores one row after the other, telling each when it is stored. */
  const storeElsewhere = (): { child: ChildProcess; told: AsyncIterableIterator<string> } => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'storing-child.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return { child, told: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  };

  it('what was acknowledged survives a process that is killed, and its lock does not', async () => {
    const { child, told } = storeElsewhere();
    const acknowledged: string[] = [];
    while (acknowledged.length < 25) acknowledged.push(String((await told.next()).value));
    child.kill('SIGKILL');
    await once(child, 'exit');
    for await (const row of told) acknowledged.push(row);

    const { db, close } = await openDatabase({ folder, log: silentLog });
    const kept = new Set((await db.selectFrom('welcomes').selectAll().execute()).map(({ conversation }) => conversation));
    assert.deepEqual(
      acknowledged.filter((row) => !kept.has(row)),
      [],
    );
    await close();
  });

  it('is refused to a second process, by the number of the first', async () => {
    const { child, told } = storeElsewhere();
    await told.next();
    await assert.rejects(openDatabase({ folder, log: silentLog }), new RegExp(`in use by pid ${String(child.pid)}`));
  });

  it('is refused to a second opening in the same process', async () => {
    const { close } = await openDatabase({ folder, log: silentLog });
    await assert.rejects(openDatabase({ folder, log: silentLog }), new RegExp(`in use by pid ${process.pid}`));
    await close();
    await (await openDatabase({ folder, log: silentLog })).close();
  });

  it('is created whole or not at all: a half-made one is thrown away', async () => {
    rmSync(join(folder, 'db'), { recursive: true });
    const half = join(folder, 'db.new');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), 'half');
    await (await openDatabase({ folder, log: silentLog })).close();
    assert.equal(existsSync(half), false);
  });

  it('does not start where its commits would not reach the disk', async () => {
    // As PGlite comes, and as it would be if an upgrade moved what the hook holds on to.
    sinon.stub(DurableFileSystem.prototype, 'init').callsFake(function (this: DurableFileSystem, ...given) {
      return NodeFS.prototype.init.apply(this, given);
    });
    await assert.rejects(openDatabase({ folder, log: silentLog }), /does not write its commits to the disk/);
  });

  it('ends at once where there is no room for a write: it would turn round for ever, and everything with it', async () => {
    const ended = new Error('the process ends');
    const full = sinon.stub().throws(ended);
    const files = new DurableFileSystem('not used', full as never);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- nothing of it is asked for
    const { emscriptenOpts } = await files.init({} as Parameters<NodeFS['init']>[0], {});
    const failing = (errno: number) => () => {
      throw Object.assign(new Error('from Emscripten'), { errno });
    };
    const noSpace = 51;
    const noAccess = 2;
    const file = {
      realPath: () => '',
      stream_ops: { read: () => 0, write: failing(noSpace) },
      node_ops: { mknod: failing(noSpace) },
    };
    const hook = [emscriptenOpts.preRun].flat().at(-1) as unknown as (module: { NODEFS: typeof file }) => void;
    hook({ NODEFS: file });
    assert.throws(file.stream_ops.write, ended);
    assert.throws(file.node_ops.mknod, ended);
    assert.equal(full.callCount, 2);
    const other = { ...file, stream_ops: { read: () => 0, write: failing(noAccess) } };
    hook({ NODEFS: other });
    assert.throws(other.stream_ops.write, /from Emscripten/);
    assert.equal(full.callCount, 2);
  });

  it('asks the disk to keep each commit', async () => {
    const inside = DurableFileSystem.prototype;
    const init = sinon.spy(inside, 'init');
    const { db, close } = await openDatabase({ folder, log: silentLog });
    const files = init.lastCall.thisValue as DurableFileSystem;
    const before = files.fsyncs;
    for (const conversation of ['1', '2', '3']) await db.insertInto('welcomes').values({ conversation }).execute();
    assert(files.fsyncs >= before + 3);
    await close();
  });
});

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds for a path too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(120), 'db');
    mkdirSync(join(folder, 'a'.repeat(120)));
    const lock = await lockFolder(deep);
    await assert.rejects(lockFolder(deep), /in use by pid/);
    await lock.release();
    await (await lockFolder(deep)).release();
  });

  it('goes to one of many that want it at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(join(folder, 'db'))));
    const got = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    assert.equal(got.length, 1);
    for (const lock of got) await lock.release();
  });
});
