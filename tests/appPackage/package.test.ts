import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { z } from 'zod';
import { manifestFor, packageFor } from '../../appPackage/package.ts';
import { channelTab, personalTab } from '../../bot/contracts/deep-link.ts';
import { extensionCommands } from '../../bot/contracts/extension-commands.ts';
import { commandIn } from '../../bot/handlers/command.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const here = {
  TEAMS_APP_ID: '00000000-1111-4111-8111-111111111111',
  BOT_ID: '00000000-2222-4222-8222-222222222222',
  PUBLIC_URL: 'https://common-ground.example.org',
};

/** Microsoft's own reader, with the schema of each version inside; it comes as CommonJS. */
const { AppManifestUtils } = createRequire(import.meta.url)('@microsoft/app-manifest') as {
  AppManifestUtils: { validateAgainstSchema(manifest: unknown): Promise<string[]> };
};
type Words = Readonly<Record<string, unknown>>;
const manifest = () => JSON.parse(manifestFor(here)) as Words;
const shape = z.object({
  version: z.string(),
  id: z.string(),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  configurableTabs: z.tuple([z.object({ configurationUrl: z.string(), context: z.array(z.string()) })]),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string().optional() })),
  bots: z.tuple([
    z.object({ botId: z.string(), commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })) }),
  ]),
  composeExtensions: z.tuple([z.object({ botId: z.string(), commands: z.array(z.looseObject({ id: z.string() })) })]),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  permissions: z.array(z.string()),
  authorization: z.object({ permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }) }),
});
const known = () => shape.parse(manifest());

/** Width, height and every pixel's four bytes of a PNG without interlacing, of true colour with or without transparency. */
const pixelsOf = (name: string) => {
  const png = readFileSync(join(root, 'appPackage', name));
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const out = Buffer.alloc(height * row);
  const paeth = (left: number, up: number, corner: number): number => {
    const guess = left + up - corner;
    const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    return l <= u && l <= c ? left : u <= c ? up : corner;
  };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const up = y === 0 ? 0 : (out[at - row] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (out[at - row - channels] ?? 0);
      const filter = raw[y * (row + 1)] ?? 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = ((raw[y * (row + 1) + 1 + x] ?? 0) + predicted) & 255;
    }
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = out.subarray(at * channels, (at + 1) * channels);
    return { red, green, blue, alpha: channels === 4 ? alpha : 255 };
  });
  return { width, height, pixels };
};

describe('the app package', () => {
  it('has a manifest that Microsoft’s own schema takes, and would notice one it does not', async () => {
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest()), []);
    assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema({ ...manifest(), id: '${{TEAMS_APP_ID}}' }), []);
    assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema({ ...manifest(), more: 1 }), []);
  });

  it('has nothing left to fill in, https everywhere, and its own host as the only one trusted', () => {
    const text = manifestFor(here);
    assert.doesNotMatch(text, /\$\{\{/);
    assert.doesNotMatch(text, /http:\/\//);
    const { validDomains, developer, configurableTabs, staticTabs } = known();
    assert.deepEqual(validDomains, ['common-ground.example.org']);
    const addresses = [
      ...Object.values(developer),
      configurableTabs[0].configurationUrl,
      ...staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
    ];
    for (const address of addresses) assert.ok(address.startsWith(`${here.PUBLIC_URL}/`), address);
  });

  it('names one and the same registration wherever it names one, and the audience that the tab’s tokens are for', () => {
    const { id, bots, composeExtensions, webApplicationInfo } = known();
    assert.equal(id, here.TEAMS_APP_ID);
    assert.deepEqual([bots[0].botId, composeExtensions[0].botId, webApplicationInfo.id], [here.BOT_ID, here.BOT_ID, here.BOT_ID]);
    assert.equal(webApplicationInfo.resource, `api://common-ground.example.org/${here.BOT_ID}`);
  });

  it('is of the version of this package, and asks for nothing of a whole tenant', () => {
    const { version, permissions, authorization } = known();
    assert.equal(version, (JSON.parse(read('package.json')) as { version: string }).version);
    assert.deepEqual(permissions, ['identity', 'messageTeamMembers']);
    for (const { name } of authorization.permissions.resourceSpecific) assert.match(name, /\.(Group|Chat)$/);
  });

  it('has the tab where a meeting needs it, and the personal tab that links lead to', () => {
    const { configurableTabs, staticTabs } = known();
    for (const context of ['channelTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage'])
      assert.ok(configurableTabs[0].context.includes(context), context);
    assert.equal(staticTabs[0]?.entityId, personalTab);
    assert.equal(channelTab, 'collaboration');
  });

  it('offers of the message extension what the server answers, in both languages', () => {
    const nb = JSON.parse(read('appPackage/nb.json')) as Readonly<Record<string, string>>;
    const [{ commands }] = known().composeExtensions;
    const expected = extensionCommands.map(({ id, type, context, title, description, initialRun, parameters }) => ({
      ...{ id, type, context, title: title.en, description: description.en },
      ...(type === 'action' ? { fetchTask: true } : {}),
      ...(initialRun === undefined ? {} : { initialRun }),
      ...(parameters === undefined
        ? {}
        : {
            parameters: parameters.map(({ name, title: said, description: more }) => ({
              ...{ name, title: said.en, description: more.en, inputType: 'text' },
            })),
          }),
    }));
    assert.deepEqual(commands, expected);
    for (const [at, { title, description, parameters = [] }] of extensionCommands.entries()) {
      const key = `composeExtensions[0].commands[${at}]`;
      assert.deepEqual([nb[`${key}.title`], nb[`${key}.description`]], [title.nb, description.nb]);
      for (const [place, parameter] of parameters.entries())
        assert.deepEqual(
          [nb[`${key}.parameters[${place}].title`], nb[`${key}.parameters[${place}].description`]],
          [parameter.title.nb, parameter.description.nb],
        );
    }
  });

  it('suggests only words the bot knows, each the same thing in both languages', () => {
    const nb = JSON.parse(read('appPackage/nb.json')) as Readonly<Record<string, string>>;
    for (const [list, { commands }] of known().bots[0].commandLists.entries())
      for (const [at, { title }] of commands.entries()) {
        const norwegian = nb[`bots[0].commandLists[${list}].commands[${at}].title`] ?? '';
        assert.equal(commandIn(norwegian), commandIn(title), `${title} and ${norwegian}`);
        if (title !== 'help') assert.notEqual(commandIn(title), 'help', title);
      }
  });

  it('says everything in Norwegian too that Teams can show in it, within Teams’ lengths', () => {
    const nb = JSON.parse(read('appPackage/nb.json')) as Readonly<Record<string, string>>;
    const longest = { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4_000 };
    for (const [key, length] of Object.entries(longest))
      assert.ok((nb[key] ?? '').length > 0 && (nb[key] ?? '').length <= length, key);
    const [{ commandLists }] = known().bots;
    const lists = commandLists.flatMap(({ commands }, list) =>
      commands.map((_, at) => `bots[0].commandLists[${list}].commands[${at}]`),
    );
    for (const key of lists) assert.ok(nb[`${key}.title`] && nb[`${key}.description`], key);
    assert.ok(nb['staticTabs[0].name']);
    for (const [key, text] of Object.entries(nb)) {
      if (key.endsWith('].title')) assert.ok(text.length <= 32, key);
      if (key.endsWith('].description')) assert.ok(text.length <= 128, key);
    }
  });

  it('has an icon of 192 points in colour, and one of 32 in white on nothing', () => {
    const color = pixelsOf('color.png');
    assert.deepEqual([color.width, color.height], [192, 192]);
    assert.ok(color.pixels.every(({ alpha }) => alpha === 255));
    const outline = pixelsOf('outline.png');
    assert.deepEqual([outline.width, outline.height], [32, 32]);
    const seen = outline.pixels.filter(({ alpha }) => alpha > 0);
    assert.ok(seen.length > 100 && seen.length < 32 * 32 - 100);
    for (const { red, green, blue, alpha } of seen) if (alpha > 64) assert.ok(Math.min(red, green, blue) >= 250);
  });

  it('is a zip of these four files, the same bytes whenever it is made', async () => {
    const zip = await packageFor(here);
    assert.deepEqual(await packageFor(here), zip);
    const { files } = await JSZip.loadAsync(zip);
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'nb.json', 'outline.png']);
  });

  it('is not made while something is missing or wrong, and says what', () => {
    assert.throws(
      () => manifestFor({ PUBLIC_URL: '' }),
      /^Error: TEAMS_APP_ID is missing; BOT_ID is missing; PUBLIC_URL is missing$/,
    );
    assert.throws(() => manifestFor({ ...here, PUBLIC_URL: 'http://common-ground.example.org' }), /PUBLIC_URL must be https/);
    assert.throws(() => manifestFor({ ...here, PUBLIC_URL: `${here.PUBLIC_URL}/` }), /PUBLIC_URL must be https/);
    assert.throws(
      () => manifestFor({ ...here, PUBLIC_HOST: 'elsewhere.example.org' }),
      /PUBLIC_HOST must be common-ground\.example\.org/,
    );
    assert.throws(() => manifestFor({ ...here, BOT_ID: 'a bot' }), /BOT_ID must be an id/);
  });
});
