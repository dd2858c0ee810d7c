import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { openDatabase } from '../../../bot/adapters/store/database.ts';
import { filesIn, sourcesIn } from '../../sources.ts';
import type { Source } from '../../sources.ts';
import { onEveryEngine } from '../../store-engines.ts';
import { statementsOf, statementsOfSql } from './statements.ts';
import { faultsOf, mixed, readLive, sidesOf } from './two-sides.ts';
import type { Live } from './two-sides.ts';

const sources = sourcesIn('bot/adapters');
const migrations = filesIn('bot/adapters/store/migrations').map((path) => ({
  path,
  text: readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'),
}));
const planted = (text: string, path = 'bot/adapters/store/planted.ts'): Source => ({
  path,
  text,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

describe('who takes part and what is answered are kept apart (method.md, P11)', () => {
  onEveryEngine(openDatabase, (opened) => {
    let live: Live;
    before(async () => {
      live = await readLive(opened().db);
    });

    it('in the database as it stands: no common key, no time, no person in the answers, no function or view that reads both', () => {
      assert.deepEqual(faultsOf(live), []);
    });

    it('which is looked at whole', () => {
      const { answers, people } = sidesOf(live);
      for (const name of ['answers', 'answers_of', 'record_answer']) assert.ok(answers.includes(name), name);
      for (const name of ['members', 'participation', 'deliveries', 'audit', 'standing']) assert.ok(people.includes(name), name);
      assert.ok(live.keys.some(({ table, columns }) => table === 'answers' && columns.includes('respondent')));
      assert.ok(live.references.some(({ from, to }) => from === 'participation' && to === 'members'));
      assert.ok(live.code.some(({ kind }) => kind === 'policy'));
    });

    it('in every statement of the app and of its migrations', () => {
      const statements = [
        ...sources.flatMap((source) => statementsOf(source, sources)),
        ...migrations.flatMap(({ path, text }) => statementsOfSql(path, text)),
      ];
      assert.ok(statements.length > 100);
      assert.deepEqual(mixed(statements, sidesOf(live)), []);
    });

    const column = { column: 'x', type: 'smallint', made: '' };
    const wrongs: readonly (readonly [string, Partial<Live>, RegExp])[] = [
      [
        'a member in the answers',
        { columns: [{ ...column, table: 'answers', column: 'member_id' }] },
        /answers\.member_id tells who/,
      ],
      ['an id in the answers', { columns: [{ ...column, table: 'answers', type: 'bigint' }] }, /answers\.x is a bigint/],
      [
        'a time of taking part',
        { columns: [{ ...column, table: 'participation', type: 'timestamp with time zone' }] },
        /tells when/,
      ],
      ['a running number', { columns: [{ ...column, table: 'participation', made: "nextval('x')" }] }, /tells when/],
      [
        'a pseudonym beside a person',
        { columns: [{ ...column, table: 'members', column: 'respondent', type: 'bytea' }] },
        /share the key|tells who/,
      ],
      [
        'a copy of a key',
        { columns: [{ ...column, table: 'rounds', column: 'sealed', type: 'bytea' }] },
        /rounds\.sealed may hold a key/,
      ],
      ['a way from answers to people', { references: [{ from: 'rounds', to: 'members' }] }, /answers refer to members/],
      [
        'a view of both',
        {
          code: [
            { name: 'v', kind: 'view', takes: '', text: 'select 1 from answers a join participation p on a.round = p.round' },
          ],
        },
        /v touches answers and people/,
      ],
      [
        'a function that reads both in one statement',
        {
          code: [
            {
              name: 'f',
              kind: 'function',
              takes: '',
              text: 'for one in select member_id from participation loop insert into answers; end loop;',
            },
          ],
        },
        /f touches answers and people/,
      ],
      [
        'a function that is told a person and a pseudonym',
        {
          code: [
            { name: 'f', kind: 'function', takes: 'who bytea, member bigint', text: 'delete from answers; delete from members;' },
          ],
        },
        /f touches both sides and takes who bytea/,
      ],
      [
        'a function that reads a key',
        { code: [{ name: 'f', kind: 'function', takes: '', text: 'select sealed from pseudonym_keys' }] },
        /f reads keys/,
      ],
      [
        'a statement put together at run time',
        {
          code: [
            { name: 'f', kind: 'function', takes: '', text: "begin execute 'select 1 from ' || t; perform 1 from answers; end" },
          ],
        },
        /cannot be read/,
      ],
    ];
    for (const [what, more, said] of wrongs) {
      it(`would notice ${what}`, () => {
        const wrong = {
          columns: [...live.columns, ...(more.columns ?? [])],
          keys: live.keys,
          references: [...live.references, ...(more.references ?? [])],
          code: [...live.code, ...(more.code ?? [])],
        };
        assert.match(faultsOf(wrong).join('\n'), said);
      });
    }

    const statements: readonly (readonly [string, string])[] = [
      ['a join in SQL', 'await sql`select m.name from answers a join members m on true`.execute(trx);'],
      [
        'a join of Kysely',
        "await trx.selectFrom('participation').innerJoin('answers as a', 'a.round', 'round').selectAll().execute();",
      ],
      ['a call beside a table', 'await sql`select name, answers_of(id, 1, x) from members`.execute(trx);'],
      ['a plain string', "await client.query('insert into answers select * from participation');"],
      [
        'a fragment',
        'const who = sql`select id from members`;\nawait sql`delete from answers where x in (${who})`.execute(trx);',
      ],
      [
        'a fragment of another file',
        "import { who } from './other.ts';\nawait sql`delete from answers where x in (${who(1)})`.execute(trx);",
      ],
    ];
    for (const [what, text] of statements) {
      it(`would notice ${what}`, () => {
        const other = planted('export const who = (n: number) => sql`select ${n} from members`;', 'bot/adapters/store/other.ts');
        const source = planted(text);
        assert.notDeepEqual(mixed(statementsOf(source, [source, other]), sidesOf(live)), []);
      });
    }

    it('and two statements, one for each, are no mistake', () => {
      const text =
        "await sql`delete from answers`.execute(trx);\nawait trx.deleteFrom('participation').execute();\n// answers, members";
      assert.deepEqual(mixed(statementsOf(planted(text), []), sidesOf(live)), []);
      assert.deepEqual(mixed(statementsOfSql('', 'delete from answers; -- members\ndelete from members;'), sidesOf(live)), []);
    });
  });

  it('only two files know where the keys of the pseudonyms lie', () => {
    const users = sourcesIn('bot').filter(({ text }) => /pseudonym_keys|\bsealed\b/.test(text));
    assert.deepEqual(users.map(({ path }) => path).sort(), [
      'bot/adapters/pseudonyms.ts',
      'bot/adapters/store/collaborations.ts',
      'bot/adapters/store/schema.ts',
    ]);
    assert.match(
      users.find(({ path }) => path.endsWith('schema.ts'))?.text ?? '',
      /^ {2}pseudonym_keys: Owned<\{ sealed: Uint8Array \}>;$/m,
    );
  });
});
