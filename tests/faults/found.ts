import { setTimeout as pause } from 'node:timers/promises';
import { items } from '../../bot/domain/instrument.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { masterKey, silentLog } from '../store-engines.ts';
import type { Bed, Engine } from './bed.ts';
import type { Clients, Ledger } from './clients.ts';
import { asOwner } from './database.ts';

/** One fault, on one engine: what was acknowledged, what was found afterwards, and what should not be. */
export type Row = {
  readonly fault: string;
  readonly engine: Engine;
  /** How often, or how long. */
  readonly times: string;
  /** Answers that a person was told are kept; how many places they fill; and of those how many hold something else now, or nothing. */
  readonly acknowledged: number;
  readonly found: string;
  readonly lost: number;
  /** Answers that are there more than once. */
  readonly doubled: number;
  /** Messages to people: rows that say so, arrived, arrived more than once, said to be sent and not arrived, and never come back from. */
  readonly messages: number;
  readonly arrived: number;
  readonly twice: number;
  readonly falselySent: number;
  readonly sent: number;
  readonly unknown: number;
  readonly waiting: number;
  readonly failed: number;
  /** Set-ups that are there, and those of which a part is missing. */
  readonly setUps: number;
  readonly halfSetUp: number;
  readonly refused: string;
  readonly seconds: number;
  readonly note: string;
};

/** What must be nought, whatever the fault. */
export const wrong = ({ lost, doubled, twice, falselySent, halfSetUp }: Row): number =>
  lost + doubled + twice + falselySent + halfSetUp;

/** Messages that stand in each person's chat, by the kind that the buttons of their card tell. */
const arrivedIn = (bed: Bed): ReadonlyMap<string, number> => {
  const chats = new Map(bed.teams.state.people.map(({ chat, botSpecificId }) => [chat, botSpecificId]));
  const count = new Map<string, number>();
  for (const { conversation, cards } of bed.teams.state.messages) {
    const person = chats.get(conversation);
    if (person === undefined) continue;
    const kind = /"verb":"(action|survey)\./.exec(JSON.stringify(cards))?.[1] ?? 'other';
    count.set(`${person} ${kind}`, (count.get(`${person} ${kind}`) ?? 0) + 1);
  }
  return count;
};
const kindIn: Readonly<Record<string, string>> = { nudge: 'action', 'survey copy': 'survey' };

/** Until nothing more has arrived for so many milliseconds. */
export const untilQuiet = async (bed: Bed, quiet = 3_000, most = 240_000): Promise<void> => {
  let last = bed.teams.state.messages.length;
  let since = performance.now();
  const until = since + most;
  while (performance.now() - since < quiet && performance.now() < until) {
    await pause(100);
    if (bed.teams.state.messages.length === last) continue;
    last = bed.teams.state.messages.length;
    since = performance.now();
  }
};

const answersFound = async ({ place, collaboration }: Bed, { answers }: Ledger) => {
  const opened = await openStore({ ...place, log: silentLog, masterKey });
  const { store, pseudonyms } = opened;
  let places = 0;
  let lost = 0;
  for (const { person, target, sent } of answers.values()) {
    const respondent = await pseudonyms.of(collaboration, { tenantId: person.tenant, objectId: person.aadObjectId });
    const found = (await store.answers(collaboration).of(1, respondent)).find((one) => one.target === target);
    const given = found && items.map((item) => String(found.ratings[item])).join('');
    places += sent.some(({ acknowledged }) => acknowledged) ? 1 : 0;
    // What was acknowledged last is there, or something that was sent after it.
    if (sent[0]?.acknowledged === true && !sent.some((one) => one.given === given)) lost += 1;
  }
  await opened.close();
  return { places, lost };
};

/** Stopped servers, and everybody quiet: what is there. */
export const whatIsFound = async (bed: Bed, clients: Clients) => {
  const { places, lost } = await answersFound(bed, clients.ledger);
  const arrived = arrivedIn(bed);
  return await asOwner(bed, async (rows) => {
    const [{ doubled } = { doubled: 0 }] = await rows(`
      select count(*)::int as doubled from (select from answers group by collaboration_id, round, respondent, target having count(*) > 1) d`);
    const deliveries = await rows(`
      select d.kind, d.state, m.teams_user_id as person from deliveries d join members m on m.id = d.member_id and m.collaboration_id = d.collaboration_id
      where d.collaboration_id = '${bed.collaboration}'`);
    const count = (state: string): number => deliveries.filter((one) => one['state'] === state).length;
    const setUps = await rows(`
      select c.channel_id as channel,
        (select count(*) from organisations o where o.collaboration_id = c.collaboration_id) = 3
        and exists (select from collaborations x where x.collaboration_id = c.collaboration_id)
        and exists (select from members m where m.collaboration_id = c.collaboration_id and m.integration_manager)
        and exists (select from pseudonym_keys k where k.collaboration_id = c.collaboration_id)
        and exists (select from meetings m where m.collaboration_id = c.collaboration_id)
        and exists (select from audit a where a.collaboration_id = c.collaboration_id and a.what = 'collaboration set up')
        and exists (select from pgboss.job j where j.data->>'collaboration' = c.collaboration_id::text and j.data->>'name' = 'open survey') as whole
      from channels c where c.channel_id like '19:set-up-%'`);
    const [{ stray } = { stray: 0 }] = await rows(
      `select count(*)::int as stray from collaborations c where not exists (select from channels h where h.collaboration_id = c.collaboration_id and h.home)`,
    );
    const whole = new Set(setUps.filter((one) => one['whole'] === true).map((one) => one['channel']));
    const gone = [...clients.ledger.setUps].filter(([channel, told]) => told && !whole.has(channel)).length;
    return {
      acknowledged: clients.acknowledged(),
      ...{ found: `${places - lost} of ${places}`, lost, doubled: Number(doubled) },
      messages: deliveries.length,
      arrived: [...arrived.values()].reduce((sum, one) => sum + one, 0),
      twice: [...arrived.values()].filter((times) => times > 1).length,
      falselySent: deliveries.filter(
        ({ kind, state, person }) => state === 'sent' && !arrived.has(`${String(person)} ${kindIn[String(kind)] ?? 'other'}`),
      ).length,
      ...{ sent: count('sent'), unknown: count('unknown'), failed: count('failed'), waiting: count('queued') + count('sending') },
      ...{ setUps: setUps.length, halfSetUp: setUps.length - whole.size + gone + Number(stray) },
      refused: [...clients.ledger.refused].map(([how, times]) => `${times} ${how}`).join(', '),
    };
  });
};
