import { importReport, type ImportReport, type ImportRequest } from '../bot/contracts/round-import.ts';
import { ask, type Fetched } from './api.ts';
import { type Caller, pathOf } from './send.ts';
import type { Organisation } from './relations.ts';
import { zonedInstant } from './zoned-instant.ts';

/** A large file takes a minute; the server says so itself when it does not want it. */
const answerWithinMs = 180_000;

export const sendImport = (
  caller: Caller,
  channel: string,
  request: ImportRequest,
  dryRun: boolean,
): Promise<Fetched<ImportReport>> =>
  ask(caller, `${pathOf(channel)}/rounds/import?dryRun=${dryRun}`, (body) => importReport.safeParse(body), {
    body: request,
    withinMs: answerWithinMs,
  });

export interface Invited {
  readonly part: boolean;
  readonly leaders: string;
  readonly employees: string;
}

/** What a spreadsheet does not say, as it stands in the form. */
export interface HeadForm {
  readonly k: string;
  readonly audience: 'leaders' | 'employees' | 'both';
  readonly date: string;
  readonly time: string;
  /** By the id of the collaboration's organisation. */
  readonly invited: Readonly<Record<string, Invited>>;
}

export const nobodyYet: Invited = { part: true, leaders: '', employees: '' };
export const emptyHead: HeadForm = { k: '5', audience: 'both', date: '', time: '16:00', invited: {} };

const roles = { leaders: ['leader'], employees: ['employee'], both: ['leader', 'employee'] } as const;

export interface Mapped {
  readonly key: string;
  readonly organisation: string | null;
}

/** How the file names one of ours; where it does not, a name of it that the file has for no other. */
const keyOf = ({ id, name }: Organisation, mapped: readonly Mapped[]): string =>
  mapped.find(({ organisation }) => organisation === id)?.key ?? (mapped.some(({ key }) => key === id) ? name : id);

/** The head of a request; undefined where there is no closing time yet. What else is wrong with it, the server says. */
export function headOf(
  form: HeadForm,
  organisations: readonly Organisation[],
  mapped: readonly Mapped[],
  zone: string,
): ImportRequest['head'] | undefined {
  const close = zonedInstant(form.date, form.time, zone);
  if (close === undefined) return undefined;
  const taking = organisations.filter(({ id }) => (form.invited[id] ?? nobodyYet).part);
  const counts = taking.map((organisation) => {
    const { leaders, employees } = form.invited[organisation.id] ?? nobodyYet;
    const asked = roles[form.audience] as readonly string[];
    const count = {
      leader: asked.includes('leader') ? Number(leaders) : 0,
      employee: asked.includes('employee') ? Number(employees) : 0,
    };
    return [keyOf(organisation, mapped), count] as const;
  });
  return { k: Number(form.k), audience: roles[form.audience], close, invited: Object.fromEntries(counts) };
}
