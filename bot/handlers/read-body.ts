import type { Request } from 'restify';

/** The body of a request nobody has read yet; undefined: it has, or says it has, more than `most` bytes. */
export const readBody = async (request: Request, most: number): Promise<string | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};
