import assert from 'node:assert/strict';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { type Reader, readerIn } from '../../tab/reader.ts';
import type { Language } from '../../tab/language.ts';
import { pooled, snapshotOf } from './fixtures.ts';
import { published } from './numbers.ts';
import { checkBack, dangerous, full, healthCheck, practices, twelve } from './results-fixtures.ts';
import { unzip } from './unzip.ts';

/** By its address, because the library's types are only right for a bundler; what it is typed as is what tab/take/take-bar.tsx needs. */
const { packFile } = (await import(new URL('../../tab/pack/pack-file.ts', import.meta.url).href)) as {
  packFile: (reader: Reader, purpose: string, snapshot: Snapshot) => Promise<{ name: string; content: Blob }>;
};

const purpose = 'People who leave hospital meet one plan, not four.';
const rounds = { full, twelve, healthCheck, practices, checkBack, pooled: snapshotOf(pooled) };

const filesOf = async (snapshot: Snapshot, language: Language = 'en') => {
  const { content } = await packFile(readerIn(language, 'Europe/Oslo'), purpose, snapshot);
  const files = [...unzip(Buffer.from(await content.arrayBuffer()))];
  return (path: RegExp): string[] => files.filter(([name]) => path.test(name)).map(([, body]) => body.toString('utf8'));
};
const slides = /^ppt\/slides\/slide\d+\.xml$/;
const charts = /^ppt\/charts\/chart\d+\.xml$/;
const notes = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const textsIn = (xml: string): string[] => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text);

/** Numbers of sentences that are the same in every pack: limits of the bands and of a gap. */
const ofTheMethod = ['4', '3', '3.9', '1', '-1'];

describe('the meeting pack', () => {
  it('has charts and tables that can be edited, and not one picture', async () => {
    for (const [name, snapshot] of Object.entries(rounds)) {
      const files = await filesOf(snapshot);
      assert.ok(files(charts).length > 0, name);
      assert.ok(files(/^ppt\/embeddings\/.*\.xlsx$/).length === files(charts).length, name);
      assert.ok(
        files(slides).some((xml) => xml.includes('<a:tbl>')),
        name,
      );
      assert.deepEqual(files(/^ppt\/media\/.+/), [], name);
    }
  });

  it('holds no number that is not in the snapshot, in charts, tables and sentences', async () => {
    for (const [name, snapshot] of Object.entries(rounds)) {
      const known = published(snapshot);
      const files = await filesOf(snapshot);
      const values = files(charts).flatMap((xml) =>
        [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].flatMap(([cache]) =>
          [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = '']) => text),
        ),
      );
      assert.ok(values.length > 2, name);
      assert.deepEqual(
        values.filter((text) => !known.has(String(Number(text)))),
        [],
        name,
      );
      const texts = files(slides).flatMap(textsIn);
      const decimals = texts
        .flatMap((text) => text.match(/[-\u2212]?\d+\.\d+/g) ?? [])
        .map((text) => String(Number(text.replace('\u2212', '-'))));
      assert.deepEqual(
        decimals.filter((number) => !known.has(number) && !ofTheMethod.includes(number)),
        [],
        name,
      );
      const shares = texts.flatMap((text) => text.match(/\d+(?=%)/g) ?? []).map((text) => String(Number(text) / 100));
      assert.deepEqual(
        shares.filter((share) => !known.has(share) && share !== '0.95'),
        [],
        name,
      );
    }
  });

  it('asks the three questions of the method in the notes of every slide with results, in the language of the reader', async () => {
    const said = {
      en: ['What do we do, without meaning to,', 'What would help us most from you?', 'What shall each of us start or stop?'],
      nb: [
        'Hva gjør vi, uten å mene det,',
        'Hva fra dere ville hjulpet oss mest?',
        'Hva skal hver av oss begynne eller slutte med?',
      ],
    };
    for (const language of ['en', 'nb'] as const) {
      const files = await filesOf(full, language);
      const asked = files(notes).filter((xml) => said[language].every((question) => xml.includes(question)));
      assert.equal(asked.length, files(slides).length - 2);
      assert.ok(
        files(slides)
          .flatMap(textsIn)
          .includes(language === 'en' ? 'How the organisations see each other' : 'Slik ser organisasjonene hverandre'),
      );
    }
  });

  it('shows each focus pair side by side, and a hidden value with its reason', async () => {
    const texts = (await filesOf(full))(slides).flatMap(textsIn);
    for (const title of [
      'Hospital trust and Municipality A',
      'Municipality A and Welfare office',
      'Municipality A and Municipality B',
    ])
      assert.ok(texts.includes(title), title);
    assert.ok(texts.includes('Hidden (fewer than 3 answered)'));
    assert.ok(texts.some((text) => text.startsWith('Municipality A needs 4.8 from Hospital trust, which says it can give 2.8.')));
  });

  it('escapes names, and replaces what may not stand in XML at all', async () => {
    const files = await filesOf(dangerous);
    const all = files(/\.xml$/).join('');
    assert.ok(all.includes('&lt;b&gt;&amp;&quot;Trust&apos;s&quot; ]]&gt;\uFFFD'));
    assert.ok(!all.includes('<b>') && !all.includes('\u0007'));
    assert.ok(!/<c:f>[^<]*HYPERLINK|<f>/.test(all), 'nothing is a formula');
  });
});
