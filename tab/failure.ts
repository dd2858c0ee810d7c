import type { Say } from './words.ts';

/** Why there is nothing new to show. A `problem` carries the server's own sentence, in the reader's language, and `fresh`, how it stands now, where somebody was faster. */
export type Failure =
  | { readonly kind: 'problem'; readonly status: number; readonly sentence: string; readonly fresh?: unknown }
  | { readonly kind: 'signIn'; readonly code: string }
  | { readonly kind: 'offline' | 'server' | 'unreadable' | 'noChannel' | 'crashed' };

/** One plain sentence. */
export function sentenceOf(failure: Failure, say: Say): string {
  if (failure.kind === 'problem') return failure.sentence;
  if (failure.kind === 'signIn') return say('failure.signIn', { code: failure.code });
  return say(`failure.${failure.kind}`);
}
