import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { channelList, teamDetails, teamsAccount } from './accounts.ts';
import { type Faults, type Operation } from './faults.ts';
import { parseJson, readBody, sendError, sendJson, type Exchange, type Route } from './http.ts';
import type { Identity } from './identity.ts';
import { deleteMessage, postMessage, updateMessage } from './messages.ts';
import { badRequest, mayWrite, noMessage, notFound, notInRoster, type Refusal } from './refusals.ts';
import { findPerson, membersOf, placeOf, type Place, type State } from './state.ts';
import type { Kept } from './state-file.ts';

/** Teams' own limit for one activity, bytes of JSON. */
const largestMessage = 28 * 1024;

/** The activity as the bot sent it; Teams ignores what it does not know. */
const sent = z.looseObject({
  type: z.string().default('message'),
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).default([]),
});
const newConversation = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: sent.optional(),
});

type Answer = { status: number; body?: unknown } | Refusal;
type Task = { operation: Operation; run: () => Answer };
type Needs = {
  kept: Kept;
  identity: Identity;
  faults: Faults;
  waitFor: (operation: Operation) => number;
  now: () => number;
  serviceUrl: string;
};

/** The connector REST API of the Bot Framework, for the operations a Teams bot uses. */
export function connectorRoutes({ kept, identity, faults, waitFor, now, serviceUrl }: Needs): Route {
  return async (exchange) => {
    const { req, res, url } = exchange;
    if (!url.pathname.startsWith('/connector/')) return false;
    const body = await readBody(req);
    const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1];
    if (token === undefined || !(await identity.isBotToken(token))) {
      sendError(res, 401, 'Unauthorized', 'Authorization has been denied for this request.');
    } else if (body.length > largestMessage) sendError(res, 413, 'MessageSizeTooBig', 'Message size too large.');
    else perform(res, findTask(exchange, kept.state, body));
    return true;
  };

  function perform(res: ServerResponse, task: Task | Refusal): void {
    if (!('run' in task)) {
      sendError(res, task.status, task.code, task.message);
      return;
    }
    const wait = waitFor(task.operation);
    const fault = faults.take(task.operation);
    if (wait > 0) sendError(res, 429, 'Throttled', 'Too many requests.', { 'retry-after': String(Math.ceil(wait / 1000)) });
    else if (fault && 'status' in fault) {
      const after: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      sendError(res, fault.status, fault.code, fault.code, after);
    } else if (fault && 'lost' in fault && fault.lost === 'request') res.destroy();
    else {
      const answer = task.run();
      kept.changed();
      const reply = (): void => {
        if ('code' in answer) sendError(res, answer.status, answer.code, answer.message);
        else sendJson(res, answer.status, answer.body);
      };
      if (fault === undefined) reply();
      else if ('late' in fault) setTimeout(reply, fault.late).unref();
      else if ('garbage' in fault) res.writeHead(200, { 'content-type': 'application/json' }).end(fault.garbage);
      else res.destroy();
    }
  }

  function findTask({ req, url }: Exchange, state: State, body: Buffer): Task | Refusal {
    const [, , version, family, rawId, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    if (version !== 'v3') return notFound;
    if (family === 'teams' && req.method === 'GET') return team(state, rawId, rest);
    if (family !== 'conversations') return notFound;
    if (rawId === undefined) return req.method === 'POST' ? create(state, body) : notFound;
    const place = placeOf(state, rawId);
    if (!place) return notFound;
    const [what, activityId] = rest;
    if (what === 'activities' && req.method !== 'GET') return write(state, place, req.method ?? '', activityId, body);
    if (req.method === 'GET') return members(state, place, what === 'activities' ? ['members'] : rest, url);
    return notFound;
  }

  function team(state: State, id: string | undefined, [what]: string[]): Task | Refusal {
    if (id !== state.team.id) return { ...notFound, code: 'TeamNotFound' };
    const run = (): Answer => {
      if (!state.team.installed) return notInRoster;
      return { status: 200, body: what === 'conversations' ? channelList(state.team) : teamDetails(state.team) };
    };
    return { operation: { kind: 'team', conversation: id }, run };
  }

  function members(state: State, place: Place, [what, id]: string[], url: URL): Task | Refusal {
    const all = membersOf(state, place);
    const run = (): Answer => {
      if (place.channel && !state.team.installed) return notInRoster;
      if (what === 'pagedmembers') {
        const from = Number(url.searchParams.get('continuationToken') ?? 0);
        const to = from + Math.max(1, Number(url.searchParams.get('pageSize') ?? 200));
        const page = {
          members: all.slice(from, to).map(teamsAccount),
          ...(to < all.length ? { continuationToken: String(to) } : {}),
        };
        return { status: 200, body: page };
      }
      if (id === undefined) return { status: 200, body: all.map(teamsAccount) };
      const one = all.find((person) => person.botSpecificId === id || person.aadObjectId === id);
      return one ? { status: 200, body: teamsAccount(one) } : { ...notFound, code: 'MemberNotFoundInConversation' };
    };
    return what === 'members' || what === 'pagedmembers'
      ? { operation: { kind: 'members', conversation: place.id }, run }
      : notFound;
  }

  function create(state: State, body: Buffer): Task | Refusal {
    const wish = newConversation.safeParse(parseJson(body));
    if (!wish.success) return badRequest;
    const { channelData, members: wanted = [], activity } = wish.data;
    const channelId = channelData?.channel?.id;
    const person = findPerson(state, wanted[0]?.id ?? '');
    const place = channelId === undefined ? person && { id: person.chat, person } : placeOf(state, channelId);
    if (!place) return badRequest;
    const run = (): Answer => {
      const refusal = mayWrite(state, place);
      if (refusal) return refusal;
      // A channel conversation is a new thread and cannot begin without its first message.
      if (place.channel && !activity) return badRequest;
      const id = activity && postMessage(state, { conversation: place.id }, content(activity), now());
      const conversation = place.channel && id !== undefined ? `${place.id};messageid=${id}` : place.id;
      return { status: 201, body: { id: conversation, serviceUrl, ...(id === undefined ? {} : { activityId: id }) } };
    };
    return { operation: { kind: 'create', conversation: place.id, ...(place.person && { person: place.person.key }) }, run };
  }

  function write(state: State, place: Place, method: string, id: string | undefined, body: Buffer): Task | Refusal {
    const parsed = sent.safeParse(method === 'DELETE' ? {} : parseJson(body));
    if (!parsed.success) return badRequest;
    const kind = method === 'PUT' ? 'update' : method === 'DELETE' ? 'delete' : 'send';
    const run = (): Answer => {
      const refusal = mayWrite(state, place);
      if (refusal) return refusal;
      const activity = content(parsed.data);
      const to = { conversation: place.id, ...(place.thread === undefined ? {} : { thread: place.thread }) };
      if (kind === 'update') return updateMessage(state, place.id, id, activity) ? { status: 200, body: { id } } : noMessage;
      if (kind === 'delete') return deleteMessage(state, place.id, id) ? { status: 200 } : noMessage;
      if (parsed.data.type !== 'message') return { status: 202, body: {} };
      if (activity.text === '' || activity.cards.length === 0)
        return { status: 201, body: { id: postMessage(state, to, activity, now()) } };
      // Teams splits text and card into two messages and names neither.
      postMessage(state, to, { text: activity.text, cards: [] }, now());
      postMessage(state, to, { text: '', cards: activity.cards }, now());
      return { status: 201, body: {} };
    };
    return { operation: { kind, conversation: place.id, ...(place.person && { person: place.person.key }) }, run };
  }
}

const asCard = z.record(z.string(), z.unknown());
function content(activity: z.infer<typeof sent>) {
  const cards = activity.attachments
    .filter((one) => one.contentType === 'application/vnd.microsoft.card.adaptive')
    .map((one) => asCard.safeParse(one.content).data ?? {});
  return { text: activity.text ?? '', cards };
}
