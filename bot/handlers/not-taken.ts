import { STATUS_CODES } from 'node:http';
import type { Sentence } from '../../locales/translate.ts';

/**
 * A request of the tab is refused for what it sends, or when: nothing was stored. `more`: what stands in the problem body besides;
 * `headers`: what the answer has besides.
 */
export class NotTaken extends Error {
  readonly status: number;
  readonly sentence: Sentence;
  readonly more: object;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, sentence: Sentence, more: object = {}, headers: Readonly<Record<string, string>> = {}) {
    super(`not taken with ${String(status)}`);
    this.name = 'NotTaken';
    this.status = status;
    this.sentence = sentence;
    this.more = more;
    this.headers = headers;
  }
  get title(): string {
    return STATUS_CODES[this.status] ?? 'Refused';
  }
}
