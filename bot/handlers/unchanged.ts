import { createHash } from 'node:crypto';

/** A weak entity tag of an answer's content: the same content has the same tag, on every server. */
export const tagOf = (body: string): string => `W/"${createHash('sha256').update(body).digest('base64url')}"`;

/** Whether the header If-None-Match names this tag; weak and strong tags compare alike, `*` is every tag (RFC 9110, 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean => {
  const opaque = (one: string): string => one.trim().replace(/^W\//, '');
  return ifNoneMatch?.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag)) ?? false;
};
