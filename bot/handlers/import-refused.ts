import type { ImportReport } from '../contracts/round-import.ts';

const titles = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  503: 'Service Unavailable',
} as const;
const sentences = {
  400: 'api.notUnderstood',
  408: 'api.tooSlow',
  413: 'api.tooLarge',
  422: 'api.fileWrong',
  503: 'api.busy',
} as const;

/** Seconds after which it is worth to ask again. */
const retryAfter = '10';

/** The request is refused for what it sends, or when: nothing was stored. `report`: all that is wrong with its file. */
export class ImportRefused extends Error {
  readonly status: keyof typeof titles;
  readonly report: ImportReport | undefined;
  constructor(status: keyof typeof titles, report?: ImportReport) {
    super(`import refused with ${status}`);
    this.name = 'ImportRefused';
    this.status = status;
    this.report = report;
  }
  get title() {
    return titles[this.status];
  }
  get sentence() {
    return sentences[this.status];
  }
  get headers(): Readonly<Record<string, string>> {
    return this.status === 503 ? { 'retry-after': retryAfter } : {};
  }
}
