import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';

const secrets = z.object({ botId: z.guid(), botSecret: z.string(), pseudonymMasterKey: z.string() });
export type Secrets = z.infer<typeof secrets>;

/** Made once and kept: another key would make every answer stored so far unreadable. Only the owner may read the file. */
export function openSecrets(file: string): Secrets {
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made: Secrets = {
    botId: randomUUID(),
    botSecret: randomBytes(24).toString('base64url'),
    pseudonymMasterKey: randomBytes(32).toString('base64'),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}
