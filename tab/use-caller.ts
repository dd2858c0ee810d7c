import { useMemo } from 'react';
import type { Caller } from './api.ts';
import type { Host } from './host.ts';

/** Who asks the server, in which language; the same one until the host changes. */
export const useCaller = ({ language, token }: Host): Caller =>
  useMemo(() => ({ language, token, fetch: (...request) => fetch(...request) }), [language, token]);
