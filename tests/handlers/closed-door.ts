import { httpServer } from '../../bot/handlers/http.ts';
import type { UseCases } from '../../bot/usecases/all.ts';

/** Every address of the server; nobody is signed in, and nothing behind the door is reached. `receive`: what the bot says to an activity. */
export const closedDoor = (receive: Parameters<typeof httpServer>[0]['receive'] = () => Promise.resolve('refused')) =>
  httpServer({
    clock: () => new Date('2026-01-01T09:00:00Z'),
    receive,
    turn: () => Promise.reject(new Error('no turn is taken')),
    use: {} as UseCases,
    readToken: () => Promise.resolve({ is: 'refused' }),
    linkToTab: () => 'https://teams.microsoft.com/',
    ping: () => Promise.resolve(),
    proxies: 1,
    log: { error: () => undefined, warn: () => undefined, info: () => undefined },
  });
