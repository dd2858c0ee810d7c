import type { Person, Team } from './state.ts';

/** A person as the roster shows them. `objectId` is what the service writes, `aadObjectId` what the SDK reads. */
export const teamsAccount = (person: Person) => ({
  id: person.botSpecificId,
  name: person.name,
  objectId: person.aadObjectId,
  aadObjectId: person.aadObjectId,
  givenName: person.name.split(' ').slice(0, -1).join(' '),
  surname: person.name.split(' ').at(-1) ?? '',
  email: person.email,
  userPrincipalName: person.email,
  tenantId: person.tenant,
  userRole: person.kind === 'member' ? 'user' : 'guest',
});

export const teamDetails = (team: Team) => ({
  id: team.id,
  name: team.name,
  aadGroupId: team.groupId,
  tenantId: team.tenant,
  type: 'standard',
  channelCount: team.channels.length,
  memberCount: team.members.length,
});

/** General has no name in Teams' own answer: each client shows it in its reader's language. */
export const channelList = (team: Team) => ({
  conversations: team.channels.map(({ id, name, kind }) => (id === team.id ? { id, type: kind } : { id, name, type: kind })),
});
