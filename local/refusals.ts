import type { Place, State } from './state.ts';

/** How the connector says no: HTTP status and Teams' own code. */
export type Refusal = { status: number; code: string; message: string };
export const notFound: Refusal = { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };
export const noMessage: Refusal = {
  status: 404,
  code: 'ActivityNotFoundInConversation',
  message: 'Activity not found in the conversation.',
};
export const notInRoster: Refusal = {
  status: 403,
  code: 'BotNotInConversationRoster',
  message: 'The bot is not part of the conversation roster.',
};
const blocked: Refusal = {
  status: 403,
  code: 'ConversationBlockedByUser',
  message: 'User blocked the conversation with the bot.',
};
const forbidden: Refusal = {
  status: 403,
  code: 'ForbiddenOperationException',
  message: 'The bot cannot create a conversation with this user.',
};
export const badRequest: Refusal = { status: 400, code: 'BadSyntax', message: 'The request could not be understood.' };

/** Why the bot cannot write there; undefined when it can. External people get no 1:1 message, by design of Teams. */
export function mayWrite(state: State, place: Place): Refusal | undefined {
  if (place.channel) return state.team.installed ? undefined : notInRoster;
  const person = place.person;
  if (!person || person.kind === 'external') return forbidden;
  if (state.blocked.includes(person.key)) return blocked;
  const reachable =
    state.personalInstalls.includes(person.key) || (state.team.installed && state.team.members.includes(person.key));
  return reachable ? undefined : forbidden;
}
