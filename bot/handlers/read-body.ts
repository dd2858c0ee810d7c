import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** A request whose body nobody has read yet. */
export type Unread = Readable & { readonly headers: IncomingHttpHeaders };

/** `most`: bytes. `withinMs`: for the whole body, however it trickles in. */
export type BodyLimits = { readonly most: number; readonly withinMs: number };

/** Why there is no body: it has, or says it has, more than `most` bytes; it took too long; whoever sent it hung up. */
export type NoBody = 'too large' | 'too late' | 'hung up';

/** The body as it came. What is left of one that is refused is thrown away as it comes, so that its sender can read why. */
export const readBody = (request: Unread, { most, withinMs }: BodyLimits): Promise<Buffer | NoBody> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const take = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > most) settle('too large');
      else pieces.push(piece);
    };
    const end = () => {
      settle(Buffer.concat(pieces));
    };
    const gone = () => {
      settle('hung up');
    };
    const late = setTimeout(() => {
      settle('too late');
    }, withinMs);
    const settle = (found: Buffer | NoBody) => {
      clearTimeout(late);
      request.off('data', take).off('end', end).off('close', gone).resume();
      resolve(found);
    };
    // A request that breaks off is an error and then a close; without a listener the error would end the process.
    request.on('error', () => undefined);
    if (Number(request.headers['content-length'] ?? 0) > most) settle('too large');
    else if (request.destroyed) settle('hung up');
    else request.on('data', take).on('end', end).on('close', gone);
  });
