import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own on the server of `administrator`, a superuser's address. */
export const scratchDatabase = async (administrator: string): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `common_ground_bench_${randomBytes(4).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: administrator });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(administrator);
  url.pathname = name;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
};
