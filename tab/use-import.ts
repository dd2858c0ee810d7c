import { useRef, useState } from 'react';
import { type ImportReport, type ImportRequest, largestFile } from '../bot/contracts/round-import.ts';
import type { Overview } from '../bot/contracts/tab-api.ts';
import type { Caller } from './send.ts';
import type { Failure } from './failure.ts';
import { formatOf, textOf } from './import-file.ts';
import { emptyHead, type HeadForm, headOf, sendImport } from './import-request.ts';

interface File {
  readonly name: string;
  readonly format: 'csv' | 'json';
  readonly text: string;
}

/** Said by the page itself, before the server is asked. */
export type Trouble = 'no file' | 'too large' | 'unreadable' | 'no closing time';

export interface Importing {
  readonly file: File | null;
  readonly head: HeadForm;
  /** What the person chose; the others are as the last report found them. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly busy: 'check' | 'import' | null;
  /** Of exactly what stands in the form now; null after every change. */
  readonly report: ImportReport | null;
  /** Organisations of the file, as the last report named them. */
  readonly organisations: ImportReport['organisations'];
  readonly trouble: Trouble | Failure | null;
  /** What met the trouble and may go better a moment later; stays until that is known. */
  readonly again: 'check' | 'import' | null;
}

const nothing: Importing = {
  ...{ file: null, head: emptyHead, mapping: {}, busy: null, report: null, organisations: [], trouble: null, again: null },
};

/** Nobody could be asked, another file is being read, or this one came too slowly: the same may do a moment later. */
const mayPass = (failure: Failure): boolean =>
  failure.kind === 'problem' ? failure.status >= 500 || failure.status === 408 : failure.kind !== 'noChannel';

/** A file, what stands beside it, and what the server says of both. */
export function useImport(caller: Caller, channel: string, overview: Overview, imported: () => void) {
  const [now, setNow] = useState(nothing);
  const sending = useRef(false);
  const change = (changes: Partial<Importing>) => {
    setNow((before) => ({ ...before, report: null, trouble: null, again: null, ...changes }));
  };

  const choose = async (given: globalThis.File | undefined): Promise<void> => {
    const without = { file: null, mapping: {}, organisations: [] };
    if (given === undefined) change(without);
    else if (given.size > largestFile) change({ ...without, trouble: 'too large' });
    else {
      try {
        const text = textOf(await given.arrayBuffer());
        change({ ...without, file: { name: given.name, format: formatOf(text), text } });
      } catch {
        change({ ...without, trouble: 'unreadable' });
      }
    }
  };

  const requestOf = ({ file, head, mapping, organisations }: Importing): ImportRequest | Trouble => {
    if (file === null) return 'no file';
    const { format, text } = file;
    const mapped = organisations.map(({ key, organisation }) => ({ key, organisation: mapping[key] ?? organisation }));
    const chosen = Object.fromEntries(
      Object.entries(mapping).flatMap(([key, id]) => (id === '' ? [] : [[key, Number(id)] as const])),
    );
    if (format === 'json') return { format, text, organisations: chosen };
    const beside = headOf(head, overview.organisations, mapped, overview.zone);
    return beside === undefined ? 'no closing time' : { format, text, organisations: chosen, head: beside };
  };

  const send = async (busy: 'check' | 'import'): Promise<void> => {
    if (sending.current) return;
    const request = requestOf(now);
    if (typeof request === 'string') {
      change({ trouble: request });
      return;
    }
    sending.current = true;
    setNow((before) => ({ ...before, busy, trouble: null }));
    const fetched = await sendImport(caller, channel, request, busy === 'check');
    sending.current = false;
    if ('failure' in fetched) change({ busy: null, trouble: fetched.failure, again: mayPass(fetched.failure) ? busy : null });
    else {
      const { value: report } = fetched;
      change({ busy: null, report, organisations: report.organisations });
      if (report.outcome === 'imported') imported();
    }
  };

  return { now, change, choose, send };
}
