import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import JSZip from 'jszip';
import { z } from 'zod';

/**
 * `npm run package -- --env dev`: the zip that is uploaded to Teams, from the manifest here and env/.env.dev; what is set in the environment
 * goes before the file. Microsoft's toolkits make the same of the same files (`teamsapp package --env dev`).
 */

const folder = import.meta.dirname;
const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be an id such as 00000000-0000-0000-0000-000000000000');

/** What differs between tenants and servers. PUBLIC_HOST is that of PUBLIC_URL; it stands in the file too, for the toolkits. */
const values = z
  .object({
    TEAMS_APP_ID: guid,
    BOT_ID: guid,
    PUBLIC_URL: z.string().regex(/^https:\/\/[^/\s:]+$/, 'must be https, without a port and without a slash at its end'),
    PUBLIC_HOST: z.string().optional(),
  })
  .transform(({ PUBLIC_HOST, ...rest }, context) => {
    const host = rest.PUBLIC_URL.replace('https://', '');
    if (PUBLIC_HOST !== undefined && PUBLIC_HOST !== host)
      context.addIssue({ code: 'custom', path: ['PUBLIC_HOST'], message: `must be ${host}, as in PUBLIC_URL` });
    return { ...rest, PUBLIC_HOST: host };
  });

/** The manifest with every `${{NAME}}` filled in. Throws one sentence for everything that is missing or wrong. */
export const manifestFor = (given: Readonly<Record<string, string | undefined>>): string => {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const read = values.safeParse(known);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return known[name] === undefined ? `${name} is missing` : `${name} ${message}`;
    });
    throw new Error(faults.join('; '));
  }
  const filled: Readonly<Record<string, string>> = read.data;
  return readFileSync(join(folder, 'manifest.json'), 'utf8').replace(
    /\$\{\{(\w+)\}\}/g,
    (whole, name: string) => filled[name] ?? whole,
  );
};

/** The zip: manifest, languages, icons. The same bytes for the same files, whenever it is made. */
export const packageFor = async (given: Readonly<Record<string, string | undefined>>): Promise<Buffer> => {
  const zip = new JSZip();
  const date = new Date('2026-01-01T00:00:00Z');
  zip.file('manifest.json', manifestFor(given), { date });
  for (const name of ['nb.json', 'color.png', 'outline.png']) zip.file(name, readFileSync(join(folder, name)), { date });
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

const main = async (): Promise<void> => {
  const { values: asked } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } });
  const path = join(folder, '..', 'env', `.env.${asked.env}`);
  if (!existsSync(path)) throw new Error(`there is no env/.env.${asked.env}`);
  const zip = await packageFor({ ...parseEnv(readFileSync(path, 'utf8')), ...process.env });
  const to = join(folder, 'build', `appPackage.${asked.env}.zip`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, zip);
  process.stdout.write(
    `appPackage/build/appPackage.${asked.env}.zip: upload it in Teams (Apps, Manage your apps) or the Teams admin center.\n`,
  );
};

if (process.argv[1] === import.meta.filename)
  await main().catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  });
