import { createHash } from 'node:crypto';
import type { Person, State } from './state.ts';

/** A plain sample: four organisations, 17 leaders (5, 4, 4, 4) and four employees, two of whom are external. */

const organisations = [
  { key: 'hospital-trust', name: 'Hospital trust', leaders: 5, employees: 1 },
  { key: 'municipality-a', name: 'Municipality A', leaders: 4, employees: 1 },
  { key: 'municipality-b', name: 'Municipality B', leaders: 4, employees: 2 },
  { key: 'welfare-office', name: 'Welfare office', leaders: 4, employees: 0 },
] as const;

const home = 'hospital-trust';
/** They reach the shared channel from their own tenant: they can press its cards, but get no 1:1 message. */
const external = ['municipality-b-employee-1', 'municipality-b-employee-2'];

/** A guid-shaped id that is the same on every machine. */
export function sampleGuid(seed: string): string {
  const hex = createHash('sha256').update(`common-ground sample ${seed}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const hash = (seed: string) => createHash('sha256').update(seed).digest('base64url');
export const tenantOf = (organisation: string) => sampleGuid(`tenant ${organisation}`);
export const homeTenant = tenantOf(home);
/** Id of the app in this Teams, as in its manifest. */
export const sampleAppId = sampleGuid('app');
export const sampleTenants: string[] = organisations.map(({ key }) => tenantOf(key));

function person(
  organisation: (typeof organisations)[number],
  role: 'leader' | 'employee',
  number: number,
  botId: string,
): Person {
  const key = `${organisation.key}-${role}-${number}`;
  const outside = external.includes(key);
  return {
    key,
    name: `${organisation.name} ${role} ${number}`,
    organisation: organisation.key,
    tenant: outside ? tenantOf(organisation.key) : homeTenant,
    kind: outside ? 'external' : organisation.key === home ? 'member' : 'guest',
    aadObjectId: sampleGuid(`person ${key}`),
    botSpecificId: `29:1${hash(`${botId} ${key}`)}`,
    email: `${role}.${number}@${organisation.key}.example`,
    locale: 'en-GB',
    chat: `a:1${hash(`chat ${botId} ${key}`)}`,
  };
}

export function sampleState(botId: string): State {
  const people = organisations.flatMap((organisation) => [
    ...Array.from({ length: organisation.leaders }, (_, i) => person(organisation, 'leader', i + 1, botId)),
    ...Array.from({ length: organisation.employees }, (_, i) => person(organisation, 'employee', i + 1, botId)),
  ]);
  const team = `19:${hash('team').slice(0, 40)}1@thread.tacv2`;
  const inTeam = people.filter((one) => one.kind !== 'external').map((one) => one.key);
  return {
    version: 1,
    organisations: organisations.map(({ key, name }) => ({ key, name, tenant: tenantOf(key) })),
    people,
    team: {
      id: team,
      groupId: sampleGuid('group'),
      name: 'Partners for the same people',
      tenant: homeTenant,
      channels: [
        { id: team, name: 'General', kind: 'standard', members: inTeam },
        {
          id: `19:${hash('shared channel').slice(0, 40)}2@thread.tacv2`,
          name: 'Partner leaders',
          kind: 'shared',
          members: people.map((one) => one.key),
        },
      ],
      members: inTeam,
      installed: false,
    },
    personalInstalls: [],
    blocked: [],
    messages: [],
    lastId: 0,
    clockAhead: 0,
    keys: null,
  };
}
