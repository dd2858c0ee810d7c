import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { items } from '../../bot/domain/instrument.ts';
import { homeTenant } from '../../local/sample.ts';
import type { Person } from '../../local/state.ts';
import { chance } from '../domain/scoring/rounds.ts';
import type { Bed } from './bed.ts';
import { isOwner } from './people.ts';

const clients = 8;
/** Milliseconds: of one client between two answers at most, of who sets up between two channels, and before another server is tried. */
const longestPause = 15;
const betweenSetUps = 150;
const beforeAgain = 20;

/** What one client sent about one organisation for one person, oldest first: the ratings, and whether it was told that they are kept. */
export type Sent = { readonly given: string; acknowledged: boolean };
export type Ledger = {
  /** By person and organisation asked about. */
  readonly answers: Map<string, { readonly person: Person; readonly target: number; readonly sent: Sent[] }>;
  /** Channels, and whether who set up was told that it is done. */
  readonly setUps: Map<string, boolean>;
  /** Requests that were not answered as wished, by how. */
  readonly refused: Map<string, number>;
};

/** Eight clients, each for people of its own, who answer pages of the survey as fast as they are told that the page before is kept; a ninth sets up. */
export const startClients = (bed: Bed, url: () => string | undefined, seed: number) => {
  const { between } = chance(seed);
  const ledger: Ledger = { answers: new Map(), setUps: new Map(), refused: new Map() };
  const { organisations, people, team } = bed.teams.state;
  const home = team.channels.find(({ name }) => name === 'Partner leaders')?.id ?? '';
  const leaders = people.filter((one) => !isOwner(one));
  let going = true;
  let acknowledged = 0;
  let last = 0;
  const note = (how: string): void => {
    ledger.refused.set(how, (ledger.refused.get(how) ?? 0) + 1);
  };

  /** Presses a button; true where a card came back that says `sign`. */
  const press = async (at: string, person: Person, channel: string, data: { verb: string }, sign: string): Promise<boolean> => {
    const activity = {
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), channelId: 'msteams', locale: 'en-GB' },
      serviceUrl: bed.teams.serviceUrl,
      from: { id: person.botSpecificId, name: person.name, aadObjectId: person.aadObjectId },
      recipient: { id: `28:${bed.teams.world.botId}` },
      conversation: { conversationType: 'channel', isGroup: true, tenantId: homeTenant, id: `${channel};messageid=1` },
      channelData: { tenant: { id: homeTenant }, channel: { id: channel }, team: { id: team.id } },
      value: { action: { type: 'Action.Execute', verb: data.verb, data: { version: 1, ...data } }, trigger: 'manual' },
    };
    try {
      const answer = await fetch(`${at}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bed.token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(60_000),
      });
      const text = await answer.text();
      const good = answer.status === 200 && text.includes('"AdaptiveCard"') && text.includes(sign);
      if (!good) note(answer.status === 200 ? 'a sentence' : `status ${answer.status}`);
      return good;
    } catch {
      note('no answer');
      return false;
    }
  };

  const answering = async (own: readonly Person[]): Promise<void> => {
    while (going) {
      const at = url();
      const person = own[between(0, own.length - 1)];
      if (at === undefined || person === undefined) {
        await pause(beforeAgain);
        continue;
      }
      const mine = organisations.findIndex(({ key }) => key === person.organisation) + 1;
      const target = ((mine - 1 + between(1, organisations.length - 1)) % organisations.length) + 1;
      const key = `${person.key} ${target}`;
      const ratings = items.map((item) => [item, String(between(1, 5))] as const);
      const one: Sent = { given: ratings.map(([, rating]) => rating).join(''), acknowledged: false };
      const found = ledger.answers.get(key) ?? { person, target, sent: [] };
      ledger.answers.set(key, found);
      found.sent.push(one);
      const page = { verb: 'survey.page', collaboration: bed.collaboration, round: 1, target, ...Object.fromEntries(ratings) };
      one.acknowledged = await press(at, person, home, page, '"survey.');
      if (one.acknowledged) {
        acknowledged += 1;
        last = performance.now();
        // What was sent before says nothing more.
        found.sent.splice(0, found.sent.length - 1);
      }
      await pause(one.acknowledged ? between(0, longestPause) : beforeAgain);
    }
  };

  const settingUp = async (): Promise<void> => {
    const [somebody] = leaders;
    for (const { id } of team.channels.filter(({ name }) => name.startsWith('Set-up '))) {
      let at = url();
      for (; going && at === undefined; at = url()) await pause(beforeAgain);
      if (!going || at === undefined || somebody === undefined) return;
      ledger.setUps.set(id, false);
      const wish = { purpose: 'A sample', organisations: 'Sample 1\nSample 2\nSample 3', nextMeeting: '2099-01-12' };
      const data = { verb: 'setup.save', ...wish, language: 'en', zone: 'Europe/Oslo' };
      ledger.setUps.set(id, await press(at, somebody, id, data, '"roster.'));
      await pause(betweenSetUps);
    }
  };

  const all = [
    ...Array.from({ length: clients }, (_, number) => answering(leaders.filter((_one, at) => at % clients === number))),
    settingUp(),
  ];
  return {
    ledger,
    acknowledged: () => acknowledged,
    /** When an answer was acknowledged last; by `performance.now()`. */
    last: () => last,
    stop: async (): Promise<void> => {
      going = false;
      await Promise.all(all);
    },
  };
};
export type Clients = ReturnType<typeof startClients>;

/** Until so many more answers were acknowledged; so many milliseconds at most, on a busy machine. */
export const untilKept = async (clients: Clients, more: number, within = 60_000): Promise<boolean> => {
  const enough = clients.acknowledged() + more;
  const until = performance.now() + within;
  while (clients.acknowledged() < enough && performance.now() < until) await pause(5);
  return clients.acknowledged() >= enough;
};
