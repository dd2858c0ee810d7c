import fc from 'fast-check';
import type { z } from 'zod';
import { aboutChange } from '../../bot/contracts/about-api.ts';
import { actionChange, newAction, nudgeWish } from '../../bot/contracts/actions-api.ts';
import { activity as activityShape } from '../../bot/contracts/activity.ts';
import { agendaChange, meetingAction } from '../../bot/contracts/agenda-api.ts';
import { button } from '../../bot/contracts/buttons.ts';
import { sendingWish } from '../../bot/contracts/deliveries-api.ts';
import { extensionQuery, fetchTask, queryLink, submitAction } from '../../bot/contracts/extension.ts';
import {
  closeWish,
  launchWish,
  organisationChange,
  planQuestion,
  practicalChange,
  purposeChange,
  rosterChange,
} from '../../bot/contracts/manage-api.ts';
import {
  attendanceWish,
  decisionChange,
  meetingChange,
  newMeeting,
  rhythmChange,
  rhythmQuestion,
} from '../../bot/contracts/meetings-api.ts';
import { importRequest } from '../../bot/contracts/round-import.ts';
import { silentChange } from '../../bot/contracts/silent-api.ts';
import { anyDialect, asCsv } from '../contracts/imported-files.ts';
import type { JsonRow } from '../contracts/imported-files.ts';
import { spoken } from './grammar.ts';
import { spoilt } from './spoil.ts';
import type { Target } from './target.ts';
import { oddText } from './words.ts';

export const kinds = ['message', 'event', 'button', 'extension', 'api body', 'api address', 'round file'] as const;
export type Kind = (typeof kinds)[number];

/** One request. */
export type Case = {
  readonly kind: Kind;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string | undefined;
  /** Nobody may be let in with it, or its contract refuses it: nothing may be stored. */
  readonly mustRefuse: boolean;
};

/** A value as JSON; lone surrogates stay as escapes, as a client may send them. */
const json = (value: unknown): string => JSON.stringify(value);
const asSent = (value: unknown): unknown => JSON.parse(json(value ?? null));

const bodies = (channel: string): readonly (readonly [path: string, shape: z.ZodType, method?: 'PUT'])[] => [
  [`${channel}/manage/purpose`, purposeChange],
  [`${channel}/manage/organisations`, organisationChange],
  [`${channel}/manage/practical`, practicalChange],
  [`${channel}/manage/people`, rosterChange],
  [`${channel}/manage/plan`, planQuestion],
  [`${channel}/manage/launch`, launchWish],
  [`${channel}/manage/close`, closeWish],
  [`${channel}/about/1`, aboutChange, 'PUT'],
  [`${channel}/actions`, newAction],
  [`${channel}/actions/1`, actionChange],
  [`${channel}/actions/1/nudge`, nudgeWish],
  [`${channel}/deliveries`, sendingWish],
  [`${channel}/meetings`, newMeeting],
  [`${channel}/meetings/preview`, newMeeting],
  [`${channel}/meetings/rhythm`, rhythmChange],
  [`${channel}/meetings/rhythm-days`, rhythmQuestion],
  [`${channel}/meetings/1`, meetingChange],
  [`${channel}/meetings/1/attendance`, attendanceWish],
  [`${channel}/meetings/1/decisions`, decisionChange],
  [`${channel}/meetings/1/agenda`, agendaChange],
  [`${channel}/meetings/1/agenda/actions`, meetingAction],
  [`${channel}/meetings/1/agenda/areas/1/silent`, silentChange],
];

const pages = [
  ...['overview', 'summary', 'my-data', 'manage', 'manage/people', 'rounds', 'rounds/1', 'deliveries', 'about', 'actions'],
  ...['actions/partners', 'actions/1', 'meetings', 'meetings/1/attendance', 'meetings/1/agenda', 'meetings/1/check-out'],
  ...['meetings/1/minutes', 'meetings/1/agenda/areas/1/silent'],
];

/** Rows as they would be good for the sample; `spoilt` and odd names do the rest. */
const row: fc.Arbitrary<JsonRow> = fc.record({
  respondent: fc.oneof(fc.constantFrom('p1', 'p2', 'p3'), oddText),
  org: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('Hospital trust', 'Municipality A') }, { weight: 1, arbitrary: oddText }),
  role: fc.constantFrom('leader', 'employee'),
  target: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('Municipality B', 'Welfare office') },
    { weight: 1, arbitrary: oddText },
  ),
  not_working_together: fc.boolean(),
  answers: fc.option(fc.dictionary(fc.constantFrom('R1', 'R2', 'E1', 'R9', '__proto__'), fc.integer({ min: -1, max: 6 }))),
  submitted: fc.constantFrom('2023-03-01T10:00:00Z', '2023-03-01', 'yesterday'),
});
const head = fc.constant({
  ...{ audience: ['leader'], close: '2023-03-02T10:00:00Z', k: 3 },
  invited: { 'Hospital trust': { leader: 5 }, 'Municipality A': { leader: 4 } },
});
const file = fc.oneof(
  fc.tuple(fc.array(row, { maxLength: 12 }), anyDialect, head).map(([rows, dialect, first]) => ({
    ...{ format: 'csv', head: first },
    text: asCsv(rows, dialect),
  })),
  spoilt(fc.tuple(fc.array(row, { maxLength: 12 }), head).map(([rows, first]) => ({ version: 1, ...first, rows }))).map(
    (round) => ({ format: 'json', text: json(round) }),
  ),
  fc.record({ format: fc.constantFrom('csv', 'json'), text: oddText }),
);

/** What may come in by any door, well formed or not, from people who belong there and others. */
export const anyCase = (target: Target): fc.Arbitrary<Case> => {
  const { teams, channel, outsiders, insiders, known, connectorTokens, tabTokens } = target;
  const at = `/api/channels/${encodeURIComponent(channel)}`;
  const maybeSpoilt = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 2, arbitrary: valid }, { weight: 3, arbitrary: spoilt(valid) });

  const place = fc.oneof(
    fc.constant({
      conversation: { conversationType: 'channel', isGroup: true, tenantId: target.tenant, id: `${channel};messageid=1` },
      channelData: { tenant: { id: target.tenant }, channel: { id: channel }, team: { id: teams.state.team.id } },
    }),
    fc.constantFrom(...insiders).map(({ chat }) => ({
      conversation: { conversationType: 'personal', tenantId: target.tenant, id: chat },
      channelData: { tenant: { id: target.tenant } },
    })),
  );
  const envelope = (rest: fc.Arbitrary<object>): fc.Arbitrary<unknown> =>
    fc.tuple(fc.constantFrom(...insiders, ...outsiders), place, rest).map(([person, where, more]) => ({
      ...{ id: '1', channelId: 'msteams', serviceUrl: teams.serviceUrl, locale: 'en-GB' },
      from: { id: person.botSpecificId, name: person.name, aadObjectId: person.aadObjectId },
      recipient: { id: `28:${teams.world.botId}` },
      ...where,
      ...more,
    }));
  const words = fc.constantFrom(
    'help',
    'survey',
    'roster',
    'question',
    'who we are',
    'action',
    'my actions',
    'messages',
    'my data',
  );
  const message = envelope(
    fc.tuple(fc.oneof(words, oddText), fc.option(spoken(button, known))).map(([text, value]) => ({
      ...{ type: 'message', text: `<at>Common Ground</at> ${text}` },
      ...(value === null ? {} : { value, replyToId: '1' }),
    })),
  );
  const event = envelope(
    fc.record({
      type: fc.constantFrom('conversationUpdate', 'installationUpdate', 'messageReaction', 'typing', 'event', 'trace', 'invoke'),
      action: fc.constantFrom('add', 'remove', 'upgrade'),
      name: fc.constantFrom(
        'application/vnd.microsoft.meetingStart',
        'task/fetch',
        'signin/verifyState',
        'fileConsent/invoke',
        'x',
      ),
      membersAdded: fc.array(fc.record({ id: fc.constantFrom('28:bot', ...insiders.map((one) => one.botSpecificId)) }), {
        maxLength: 3,
      }),
      membersRemoved: fc.array(fc.record({ id: oddText }), { maxLength: 2 }),
    }),
  );
  const pressed = envelope(
    fc.tuple(maybeSpoilt(spoken(button, known)), fc.constantFrom('manual', 'automatic')).map(([data, trigger]) => ({
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: '1' },
      value: { action: { type: 'Action.Execute', verb: (data as { verb?: unknown } | null)?.verb, data }, trigger },
    })),
  );
  const asked = (name: string, shape: z.ZodType) =>
    maybeSpoilt(spoken(shape, known)).map((value) => ({ type: 'invoke', name: `composeExtension/${name}`, value }));
  const extension = envelope(
    fc.oneof(
      asked('query', extensionQuery),
      asked('fetchTask', fetchTask),
      asked('submitAction', submitAction),
      asked('queryLink', queryLink),
    ),
  );

  /** A good token nine times of ten. */
  const connector = fc.oneof(
    { weight: 9, arbitrary: fc.constant([connectorTokens.good, true] as const) },
    { weight: 1, arbitrary: fc.constantFrom(...connectorTokens.bad).map((token) => [token, false] as const) },
  );
  const activities = (kind: Kind, base: fc.Arbitrary<unknown>): fc.Arbitrary<Case> =>
    fc
      .tuple(fc.oneof({ weight: 2, arbitrary: base }, { weight: 1, arbitrary: spoilt(base) }), connector)
      .map(([sent, [authorization, good]]) => {
        const body = json(sent);
        const read = activityShape.safeParse(asSent(sent));
        const refusedButton =
          read.success &&
          read.data.name === 'adaptiveCard/action' &&
          !button.safeParse((read.data.value as { action?: { data?: unknown } } | undefined)?.action?.data).success;
        // Teams' own word about an installation is kept by the SDK's register before we read it.
        const isEvent = read.success ? read.data.type.endsWith('Update') : kind === 'event';
        return {
          ...{ kind, method: 'POST' as const, path: '/api/messages', authorization, body },
          mustRefuse: !good || (!isEvent && !read.success) || refusedButton,
        };
      });

  const tab = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...tabTokens.inside).map((token) => [token, true] as const) },
    { weight: 2, arbitrary: fc.constantFrom(...tabTokens.outside).map((token) => [token, false] as const) },
  );
  const apiBody = fc.constantFrom(...bodies(at)).chain(([path, shape, method = 'POST' as const]) =>
    fc.tuple(maybeSpoilt(spoken(shape, known)), tab).map(([sent, [authorization, inside]]): Case => ({
      ...{ kind: 'api body', method, path, authorization, body: json(sent) },
      mustRefuse: !inside || !shape.safeParse(asSent(sent)).success,
    })),
  );
  const oddPart = oddText.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '?')).slice(0, 1_500));
  const address = fc
    .tuple(fc.constantFrom(...pages), fc.option(oddPart), fc.option(fc.tuple(oddPart, oddPart)), fc.option(oddPart), tab)
    .map(([page, elsewhere, query, number, [authorization, inside]]): Case => {
      const channelPart = elsewhere === null ? at : `/api/channels/${elsewhere}`;
      const asked = number === null ? page : page.replace('1', number);
      const path = `${channelPart}/${asked}${query === null ? '' : `?${query[0]}=${query[1]}&page=${query[1]}&organisation=${query[0]}`}`;
      return { kind: 'api address', method: 'GET', path, authorization, body: undefined, mustRefuse: !inside };
    });
  const roundFile = fc
    .tuple(file, tab, fc.constantFrom('', '?dryRun=true', '?dryRun=false', '?dryRun=x'))
    .map(([sent, [authorization, inside], query]): Case => ({
      ...{ kind: 'round file', method: 'POST', path: `${at}/rounds/import${query}`, authorization, body: json(sent) },
      mustRefuse: !inside || query.endsWith('true') || query.endsWith('x') || !importRequest.safeParse(asSent(sent)).success,
    }));
  return fc.oneof(
    { weight: 2, arbitrary: activities('message', message) },
    { weight: 1, arbitrary: activities('event', event) },
    { weight: 5, arbitrary: activities('button', pressed) },
    { weight: 2, arbitrary: activities('extension', extension) },
    { weight: 5, arbitrary: apiBody },
    { weight: 2, arbitrary: address },
    { weight: 1, arbitrary: roundFile },
  );
};
