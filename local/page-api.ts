import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseJson, readBody, sendError, sendJson, type Route } from './http.ts';
import { sampleAppId } from './sample.ts';
import type { TeamsModel } from './teams.ts';
import {
  clockWish,
  dialogWish,
  findWish,
  installWish,
  pasteWish,
  pressWish,
  sayWish,
  setting,
  speakWish,
  type ClockWish,
  type ExtensionAnswer,
} from './wire.ts';

/** How many messages of a conversation the page shows, and therefore refreshes. */
const shown = 100;

/** What the page asks. The person is whoever the page says: this is a stand-in on one machine, reachable from it alone. */
export function pageApi(teams: TeamsModel & { readonly moveClock: (wish: ClockWish) => boolean }) {
  const open = new Set<ServerResponse>();
  const tell = () => {
    for (const res of open) res.write('data: changed\n\n');
  };
  const stopListening = teams.onChange(tell);

  const route: Route = async ({ req, res, url }) => {
    if (!url.pathname.startsWith('/local/')) return false;
    const what = `${req.method ?? ''} ${url.pathname.slice('/local/'.length)}`;
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    if (what === 'GET setting')
      sendJson(
        res,
        200,
        setting.parse({ ...teams.state, botId: teams.world.botId, botName: teams.world.botName, appId: sampleAppId }),
      );
    else if (what === 'GET messages') {
      sendJson(res, 200, teams.seen(asked('conversation'), asked('person')).slice(-shown));
      // Refreshing may take the bot a while; the page hears of it as a change.
      void teams.messages(asked('conversation'), asked('person'));
    } else if (what === 'GET token') sendJson(res, 200, { token: await teams.token(asked('person')) });
    else if (what === 'GET events') listen(res);
    else if (req.method === 'POST') await change(what, parseJson(await readBody(req)), res);
    else sendError(res, 404, 'NotFound', 'There is nothing here.');
    return true;
  };

  function listen(res: ServerResponse): void {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write('retry: 1000\n\n');
    open.add(res);
    res.on('close', () => open.delete(res));
  }

  async function change(what: string, body: unknown, res: ServerResponse): Promise<void> {
    const answer = await extended(what, body);
    if (answer !== undefined) {
      sendJson(res, 200, answer);
      return;
    }
    if (what === 'POST say') {
      const { person, conversation, text, card } = sayWish.parse(body);
      await teams.say(person, conversation, text, card);
    } else if (what === 'POST press') {
      const { person, message, action } = pressWish.parse(body);
      sendJson(res, 200, await teams.pressAction(person, message, action));
      return;
    } else if (what === 'POST speak') {
      const { person, locale } = speakWish.parse(body);
      teams.speak(person, locale);
    } else if (what === 'POST clock') {
      if (!teams.moveClock(clockWish.parse(body))) {
        sendError(res, 400, 'NotAhead', 'The clock here moves forward only, by two years at most.');
        return;
      }
    } else if (what === 'POST install') {
      const { person, channel, action } = installWish.parse(body);
      await teams.install(person, channel, action);
    } else {
      sendError(res, 404, 'NotFound', 'There is nothing here.');
      return;
    }
    sendJson(res, 200, {});
  }

  /** What the message extension answers; undefined where that is not what is asked. */
  async function extended(what: string, body: unknown): Promise<ExtensionAnswer | undefined> {
    if (what === 'POST dialog') {
      const { person, data, ...chosen } = dialogWish.parse(body);
      return data === undefined ? teams.openDialog(person, chosen) : teams.submitDialog(person, chosen, data);
    }
    if (what === 'POST find') {
      const { person, conversation, text, skip } = findWish.parse(body);
      return teams.find(person, conversation, text, skip);
    }
    if (what !== 'POST paste') return undefined;
    const { person, conversation, url } = pasteWish.parse(body);
    return teams.paste(person, conversation, url);
  }

  const stop = () => {
    stopListening();
    for (const res of open) res.end();
  };
  return { route, stop };
}

export const isBadRequest = (error: unknown): boolean => error instanceof z.ZodError;
