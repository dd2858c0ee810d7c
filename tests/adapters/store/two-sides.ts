import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../../bot/adapters/store/schema.ts';
import { statementsOfSql, type Statement } from './statements.ts';

export type Column = { readonly table: string; readonly column: string; readonly type: string; readonly made: string };
/** Functions, views, rules and policies of the database, as it would write them itself. */
export type Code = {
  readonly name: string;
  readonly kind: 'function' | 'view' | 'policy';
  readonly takes: string;
  readonly text: string;
};
export type Live = {
  readonly columns: readonly Column[];
  /** Primary and unique keys. */
  readonly keys: readonly { readonly table: string; readonly columns: readonly string[] }[];
  readonly references: readonly { readonly from: string; readonly to: string }[];
  readonly code: readonly Code[];
};

const notOurs = sql`('pg_catalog', 'information_schema', 'pg_toast')`;

/** What the database itself says it is. */
export const readLive = async (db: Kysely<Schema>): Promise<Live> => {
  const columns = await sql<Column>`
    select relname as table, attname as column, format_type(atttypid, null) as type,
      case when attidentity <> '' then 'identity' when attgenerated <> '' then '' else coalesce(pg_get_expr(adbin, adrelid), '') end as made
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where nspname = 'public' and relkind in ('r', 'p') and attnum > 0 and not attisdropped`.execute(db);
  const keys = await sql<Live['keys'][number]>`
    select relname as table, (select array_agg(attname::text) from pg_attribute where attrelid = indrelid and attnum = any (indkey)) as columns
    from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and indisunique`.execute(db);
  const references = await sql<Live['references'][number]>`
    select source.relname as from, target.relname as to
    from pg_constraint join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
    where contype = 'f' and connamespace = 'public'::regnamespace`.execute(db);
  const code = await sql<Code>`
    select proname as name, 'function' as kind, pg_get_function_arguments(pg_proc.oid) as takes, pg_get_functiondef(pg_proc.oid) as text
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname not in ${notOurs} and prokind in ('f', 'p')
    union all
    select relname, 'view', '', pg_get_viewdef(pg_class.oid)
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname not in ${notOurs} and relkind in ('v', 'm')
    union all
    select tablename || ' ' || policyname, 'policy', '', tablename || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
    from pg_policies where schemaname not in ${notOurs}`.execute(db);
  return { columns: columns.rows, keys: keys.rows, references: references.rows, code: code.rows };
};

/** Names, of tables and of functions that touch them, by which a statement touches answers, or people. */
export type Sides = { readonly answers: readonly string[]; readonly people: readonly string[] };

const says = (text: string, names: readonly string[]): boolean =>
  names.some((name) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'i').test(text));
const tablesWith = ({ columns }: Live, ...names: readonly string[]): readonly string[] => [
  ...new Set(columns.filter(({ column }) => names.includes(column)).map(({ table }) => table)),
];

/** A function that touches both sides, statement by statement, is none of them: what it takes is looked at instead. */
export const sidesOf = (live: Live): Sides => {
  const answers = [...tablesWith(live, 'respondent')];
  const people = [...tablesWith(live, 'member_id', 'object_id', 'teams_user_id')];
  const functions = live.code.filter(({ kind }) => kind !== 'policy');
  for (let before = -1; before < answers.length + people.length;) {
    before = answers.length + people.length;
    for (const { name, text } of functions) {
      const [one, other] = [says(text, answers), says(text, people)];
      if (one && !other && !answers.includes(name)) answers.push(name);
      if (other && !one && !people.includes(name)) people.push(name);
    }
  }
  return { answers, people };
};

/** Statements that touch both sides. Granting rights reads nothing. */
export const mixed = (statements: readonly Statement[], { answers, people }: Sides): readonly string[] =>
  statements
    .filter(({ text }) => !/^(grant|revoke)\b/i.test(text) && /\b(select|insert|update|delete|merge|copy)\b|^table\b/i.test(text))
    .filter(({ text }) => says(text, answers) && says(text, people))
    .map(({ place, text }) => `${place} touches answers and people: ${text.replace(/\s+/g, ' ').slice(0, 90)}`);

const withoutComments = (text: string): string =>
  statementsOfSql('', text)
    .map((one) => one.text)
    .join(';');

const faultsOfCode = (live: Live, sides: Sides): readonly string[] =>
  live.code.flatMap(({ name, kind, takes, text }) => {
    const faults =
      kind === 'function' ? mixed(statementsOfSql(name, text), sides) : mixed([{ place: name, text: `select ${text}` }], sides);
    const bare = withoutComments(text);
    const both =
      says(bare, tablesWith(live, 'respondent')) && says(bare, tablesWith(live, 'member_id', 'object_id', 'teams_user_id'));
    return [
      ...faults,
      ...(both && !takes.split(', ').every((one) => /^\w+ (uuid|smallint)$/.test(one))
        ? [`${name} touches both sides and takes ${takes}`]
        : []),
      ...(says(bare, ['pseudonym_keys']) && kind !== 'policy' && !/\bdelete from pseudonym_keys\b/.test(bare)
        ? [`${name} reads keys`]
        : []),
      ...(kind === 'function' &&
      live.columns.some(({ table }) => says(bare, [table])) &&
      /\bexecute\b\s+(?!function|procedure)/i.test(bare)
        ? [`${name} puts statements together that cannot be read here`]
        : []),
    ];
  });

/**
 * What a table of answers may be made of. Anything else may be a person, a time, or a way to either. `text`: what somebody wrote for all
 * partners to read.
 */
const typesOfAnswers: Readonly<Record<string, RegExp>> = {
  uuid: /^collaboration_id$/,
  bytea: /^respondent$/,
  text: /^(role|text)$/,
  smallint: /./,
  'smallint[]': /./,
  boolean: /./,
};
const tellsTime = /timestamp|date|^time|interval/;
const tellsOrder = /identity|nextval|now\(|clock_|current_|localtime|statement_|transaction_|random|uuid/i;

const reachable = (live: Live, from: readonly string[]): readonly string[] => {
  const found = new Set(from);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const one of live.references) if (found.has(one.from)) found.add(one.to);
  }
  return [...found];
};

/** Where the database breaks P11 of method.md; none: it keeps it. */
export const faultsOf = (live: Live): readonly string[] => {
  const answers = tablesWith(live, 'respondent');
  const people = tablesWith(live, 'member_id', 'object_id', 'teams_user_id');
  const keyColumns = (tables: readonly string[]) =>
    live.keys.flatMap(({ table, columns }) => (tables.includes(table) ? columns : []));
  const shared = keyColumns(answers).filter(
    (column) => keyColumns(people).includes(column) && !['collaboration_id', 'round', 'meeting'].includes(column),
  );
  return [
    ...live.columns.flatMap(({ table, column, type, made }) => [
      ...(answers.includes(table) && !typesOfAnswers[type]?.test(column) ? [`${table}.${column} is a ${type}`] : []),
      ...(answers.includes(table) && /member|person|tenant|object|user|name|channel/.test(column)
        ? [`${table}.${column} tells who`]
        : []),
      ...([...answers, 'participation'].includes(table) && (tellsTime.test(type) || tellsOrder.test(made))
        ? [`${table}.${column} tells when`]
        : []),
      ...(type === 'bytea' &&
      ![
        'respondent',
        'pseudonym_keys.sealed',
        'master_key_proof.proof',
        'rounds.content_sha256',
        'last_touches.person',
        'link_codes.code',
      ].some((name) => [column, `${table}.${column}`].includes(name))
        ? [`${table}.${column} may hold a key`]
        : []),
    ]),
    ...[...new Set(shared)].map((column) => `answers and people share the key ${column}`),
    ...reachable(live, answers).flatMap((table) => (people.includes(table) ? [`answers refer to ${table}`] : [])),
    ...reachable(live, people).flatMap((table) => (answers.includes(table) ? [`people refer to ${table}`] : [])),
    ...live.references.flatMap(({ from, to }) => (to === 'pseudonym_keys' ? [`${from} refers to the keys`] : [])),
    ...faultsOfCode(live, sidesOf(live)),
  ];
};
