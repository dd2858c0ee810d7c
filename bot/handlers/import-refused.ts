import type { ImportReport } from '../contracts/round-import.ts';
import { NotTaken } from './not-taken.ts';

const sentences = {
  400: 'api.notUnderstood',
  408: 'api.tooSlow',
  413: 'api.tooLarge',
  422: 'api.fileWrong',
  503: 'api.busy',
} as const;

/** Seconds after which it is worth to ask again. */
const retryAfter = '10';

/** An import that is refused, and why. `report`: all that is wrong with its file. */
export const importRefused = (status: keyof typeof sentences, report?: ImportReport): NotTaken =>
  new NotTaken(
    status,
    sentences[status],
    report === undefined ? {} : { report },
    status === 503 ? { 'retry-after': retryAfter } : {},
  );
