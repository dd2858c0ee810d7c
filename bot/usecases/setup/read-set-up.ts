import type { SetUp } from '../../contracts/manage-api.ts';
import type { Member } from '../../domain/collaboration.ts';
import { askGoodFor, nameOf } from '../../domain/linking.ts';
import { defaultK } from '../../domain/scoring/mode.ts';
import { isHere, limits } from '../../domain/set-up.ts';
import { zoneNames } from '../../domain/zones.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { isPlaced } from '../gate.ts';

/** Somebody who looks from a channel's tab. */
export type InChannel = Inside & { readonly channel: string };

type People = SetUp['organisations'][number]['people'];

/**
 * Integration managers see the numbers they plan rounds by, as on the cards. Everybody else sees no number below the usual k and no
 * roles: how few stand behind an organisation says something about each of them (method.md, P3 and P11).
 */
const peopleOf = (members: readonly Member[], organisation: number, mayChange: boolean): People => {
  const own = members.filter(isPlaced).filter((member) => member.organisation === organisation);
  const leader = own.filter(({ role }) => role === 'leader').length;
  if (mayChange) return { leader, employee: own.length - leader };
  return own.length < defaultK ? { fewerThan: defaultK } : { people: own.length };
};

/** Who waits to be confirmed, and who of each asked: for integration managers. */
const asksOf = async (unit: Unit, now: Date): Promise<SetUp['asks']> =>
  (await unit.links.asks(new Date(now.getTime() - askGoodFor))).map(({ id, named, tenantId, byName, at }) => ({
    ...{ id, name: nameOf(named) ?? null, tenant: tenantId, by: byName, at: at.toISOString() },
  }));

export const setUpOf = async (unit: Unit, { person, channel }: InChannel, now: Date): Promise<SetUp> => {
  const { purpose, organisations, language, zone, nextMeeting, closed } = await unit.collaboration();
  const mayReadLog = (await unit.members.of(person))?.integrationManager ?? false;
  const mayChange = mayReadLog && closed === undefined;
  const members = await unit.members.all();
  const latest = await unit.rounds.latest();
  const { purpose: longest, outcome, outcomes, name, organisations: most } = limits;
  return {
    version: await unit.setUp.version(),
    ...{ mayChange, mayReadLog, closed: closed?.toISOString() ?? null },
    purpose,
    outcomes: (await unit.setUp.outcomes()).map(({ id, text }) => ({ id, text })),
    organisations: organisations.map((organisation) => ({
      id: String(organisation.id),
      name: organisation.name,
      left: !isHere(organisation),
      people: peopleOf(members, organisation.id, mayChange),
    })),
    ...{ language, zone, nextMeeting, zones: [...zoneNames] },
    open: latest?.state === 'open' ? latest.number : null,
    channels: (await unit.setUp.channels()).map((one) => ({
      ...{ id: one.id, home: one.home, here: one.channel === channel, name: nameOf(one.named) ?? null },
    })),
    asks: mayChange ? await asksOf(unit, now) : [],
    limits: { purpose: longest, outcome, outcomes, name, organisations: most },
  };
};

/** How the collaboration is set up, for everybody in its channels. Changes nothing. */
export const readSetUp =
  ({ store, clock }: { readonly store: Store; readonly clock: Clock }) =>
  (who: InChannel): Promise<SetUp> =>
    store.within(who.collaboration, (unit) => setUpOf(unit, who, clock()));
