import { useMemo } from 'react';
import { callerOf } from './first-answer.ts';
import type { Host } from './host.ts';
import type { Caller } from './send.ts';

/** The same one until the host changes. */
export const useCaller = (host: Host): Caller => useMemo(() => callerOf(host), [host]);
