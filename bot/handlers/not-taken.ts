import type { Sentence } from '../../locales/translate.ts';

const titles = { 400: 'Bad Request', 408: 'Request Timeout', 409: 'Conflict', 413: 'Payload Too Large' } as const;

/** A request of the tab is refused for what it sends, or when: nothing was stored. `more`: what stands in the problem body besides. */
export class NotTaken extends Error {
  readonly status: keyof typeof titles;
  readonly sentence: Sentence;
  readonly more: object;
  constructor(status: keyof typeof titles, sentence: Sentence, more: object = {}) {
    super(`not taken with ${status}`);
    this.name = 'NotTaken';
    this.status = status;
    this.sentence = sentence;
    this.more = more;
  }
  get title() {
    return titles[this.status];
  }
}
