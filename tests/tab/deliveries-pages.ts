import { heldLine } from '../../adaptiveCards/delivery-parts.ts';
import { deliveriesPage, type DeliveriesPage, type DeliveryShown } from '../../bot/contracts/deliveries-api.ts';
import type { Held } from '../../bot/domain/delivery.ts';
import { overviewOf } from './fixtures.ts';
import { full } from './results-fixtures.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const until = new Date('2026-11-26T07:00:00.000Z');
const why = (held: Held) => heldLine('en', held, { zone: 'Europe/Oslo' });
const person = { name: 'Municipality A leader 1', organisation: 'Municipality A' };

const outcomes: readonly Pick<DeliveryShown, 'outcome' | 'kind' | 'to'>[] = [
  { kind: 'digest', to: { ...person, organisation: null }, outcome: { is: 'waiting', why: why({ because: 'day off', until }) } },
  { kind: 'nudge', to: person, outcome: { is: 'waiting', why: why({ because: '48 hours', until }) } },
  { kind: 'nudge', to: person, outcome: { is: 'waiting', why: why({ because: 'stopped' }) } },
  { kind: 'nudge', to: person, outcome: { is: 'could not reach', reason: 'the app is blocked there' } },
  { kind: 'nudge', to: person, outcome: { is: 'unknown' } },
  { kind: 'nudge', to: person, outcome: { is: 'not needed' } },
  { kind: 'survey', to: null, outcome: { is: 'failed', reason: 'Teams refused it; the server’s log says more' } },
  { kind: 'survey', to: null, outcome: { is: 'sent' } },
  { kind: 'agreed', to: null, outcome: { is: 'waiting', why: why({ because: 'company', until }) } },
];

export const sentOf = (parts: Partial<DeliveriesPage> = {}): DeliveriesPage =>
  deliveriesPage.parse({
    ...{ zone: 'Europe/Oslo', stopped: null, remindersAreOut: false, more: true },
    copies: {
      round: 3,
      sentence: 'Personal copies: for 17 people. 4 could not be delivered: Teams does not let the app write there.',
    },
    rows: outcomes.map((row, place) => ({
      ...{
        ...row,
        id: 90 - place,
        actions: row.kind === 'nudge' || row.kind === 'agreed' ? 2 : 0,
        round: row.kind === 'survey' ? 3 : null,
      },
      at: '2026-11-23T07:00:00.000Z',
    })),
    ...parts,
  });

/** The first screen, for an integration manager. */
export const fullOverview = overviewOf({ latest: full, you: { organisation: 'A', role: 'leader', integrationManager: true } });
const results = { overview: fullOverview };
const shown = { ready: 'main.deliveries', view: at('#deliveries') } as const;
const stopped = { since: '2026-11-23T07:00:00.000Z', by: 'Hospital trust leader 1' };

/** What was sent, in each of its states. */
export const deliveriesPages: readonly TabPage[] = [
  { name: 'deliveries', answers: { ...results, deliveries: sentOf() }, ...shown },
  { name: 'deliveries-stopped', answers: { ...results, deliveries: sentOf({ stopped, copies: null }) }, ...shown },
  {
    ...{ name: 'deliveries-sure', answers: { ...results, deliveries: sentOf() }, ready: '.buttons', view: at('#deliveries') },
    press: ({ tab }) => tab.locator('main.deliveries .plain').first().click(),
  },
  { name: 'deliveries-reminders', answers: { ...results, deliveries: sentOf({ remindersAreOut: true, more: false }) }, ...shown },
  { name: 'deliveries-none', answers: { ...results, deliveries: sentOf({ rows: [], more: false, copies: null }) }, ...shown },
  {
    name: 'deliveries-no-permission',
    answers: { ...results, deliveries: 'no permission' },
    ready: alone,
    view: at('#deliveries'),
  },
  { name: 'deliveries-no-contact', answers: { ...results, deliveries: 'no contact' }, ready: alone, view: at('#deliveries') },
  { name: 'deliveries-loading', answers: { ...results, deliveries: 'never' }, ready: '[role=status]', view: at('#deliveries') },
];
