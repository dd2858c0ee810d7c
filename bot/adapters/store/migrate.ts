import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One open transaction, of either engine. */
export type Session = {
  /** One or more statements without parameters. */
  run(statements: string): Promise<void>;
  rows(statement: string, parameters: readonly unknown[]): Promise<readonly unknown[]>;
};

/** Any number, the same for every version of the app: whoever migrates this database holds it. */
const lock = 7260114;
const applied = z.array(z.object({ name: z.string(), sha256: z.string() }));

/**
 * Every request runs as app_tenant, which owns no table of ours and obeys row-level security. Roles belong to the whole
 * server, so it may be there already, or be made by another database's migration at this moment.
 * Needs CREATEROLE, or an administrator who has run `create role app_tenant nologin; grant app_tenant to <login>` before.
 */
const tenantRole = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_tenant') then create role app_tenant nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'app_tenant', 'usage') then execute format('grant app_tenant to %I', current_user); end if;
end $$;
`;

/**
 * Brings the database up to this version of the app, inside the transaction of `session`: forward only, all or nothing. Two
 * servers that start together migrate once. Refuses when an applied file has changed since, or is not known here.
 */
export const migrate = async (session: Session, folder = join(import.meta.dirname, 'migrations')): Promise<readonly string[]> => {
  await session.rows('select pg_advisory_xact_lock($1)', [lock]);
  await session.run(tenantRole);
  await session.run(
    'create table if not exists migrations (name text primary key, sha256 text not null, applied timestamptz not null default now())',
  );
  const before = new Map(
    applied.parse(await session.rows('select name, sha256 from migrations', [])).map(({ name, sha256 }) => [name, sha256]),
  );
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const unknown = [...before.keys()].find((name) => !files.includes(name));
  if (unknown)
    throw new Error(`the database has migration ${unknown}, which this version of the app does not know: it is too old`);

  const done: string[] = [];
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
    const known = before.get(name);
    if (known === sha256) continue;
    if (known)
      throw new Error(`migration ${name} has been changed after it was applied; put it back and write a new one instead`);
    await session.run(text);
    await session.rows('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
    done.push(name);
  }
  return done;
};
