import { nudged } from '../../bot/contracts/actions-api.ts';
import { boardOf, pageOf, partnersOf } from './actions-fixtures.ts';
import { overviewOf } from './fixtures.ts';
import { full } from './results-fixtures.ts';
import type { Shown } from './stage.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const results = { overview: overviewOf({ latest: full }) };
const partners = partnersOf();
/** A button by its place: its name depends on the language. */
const open = (place: number) => async (shown: Shown) => {
  await shown.tab.locator('[aria-labelledby=how] .buttons button').nth(place).click();
};
const choose = (kind: number) => async (shown: Shown) => {
  await shown.tab.locator('input[type=radio]').nth(kind).check();
};
const one = { ready: '#facts', view: at('#action-1') } as const;
const inForm = { ready: '.inset [type=submit]', view: at('#action-1') } as const;
const board = { ready: '.group', view: at('#actions') } as const;
const form = { ready: '.owners', view: at('#actions-new') } as const;
const test = { what: 'One phone for both', forWhom: 'The ward and home care', expected: 'Half the calls' };
const manages = { mayNudge: true };
const lines = nudged.parse({
  lines: ['Sample leader (Municipality A): Waits, because there is at most one message in 48 hours: Friday 5 June at 08:00.'],
});

/** Agreed actions: the board, one action, a new one. */
export const actionsPages: readonly TabPage[] = [
  { name: 'actions', answers: { ...results, actions: boardOf() }, ...board },
  { name: 'actions-reader', answers: { ...results, actions: boardOf({ mayAgree: false, more: true }) }, ...board },
  {
    ...{ name: 'actions-filtered', answers: { ...results, actions: boardOf() }, ...board, ready: '.filter button' },
    press: ({ tab }) => tab.locator('.filter select').first().selectOption('3'),
  },
  {
    ...{ name: 'actions-none-fit', answers: { ...results, actions: boardOf() }, ...board, ready: '.filter button' },
    press: ({ tab }) => tab.locator('.filter select').first().selectOption('1'),
  },
  {
    name: 'actions-none',
    answers: { ...results, actions: boardOf({ actions: [], stuck: {} }) },
    ready: 'h2',
    view: at('#actions'),
  },
  { name: 'actions-loading', answers: { ...results, actions: 'never' }, ready: '[role=status]', view: at('#actions') },
  { name: 'actions-no-contact', answers: { ...results, actions: 'no contact' }, ready: alone, view: at('#actions') },
  { name: 'actions-no-permission', answers: { ...results, actions: 'no permission' }, ready: alone, view: at('#actions') },
  { name: 'action', answers: { ...results, 1: pageOf() }, ...one },
  { name: 'action-reader', answers: { ...results, 1: pageOf({ own: false }, { mayChange: false }) }, ...one },
  {
    ...{ name: 'action-from-area', ...one },
    answers: {
      ...results,
      1: pageOf({ source: { from: 'focus area', name: 'Mutual attention: Hospital trust and Municipality B' } }),
    },
  },
  { name: 'action-manager', answers: { ...results, 1: pageOf({ own: false }, manages) }, ...one },
  {
    ...{ name: 'action-nudged', view: at('#action-1'), ready: '[aria-labelledby=nudge-now] li' },
    answers: { ...results, 1: pageOf({}, manages), nudge: lines },
    press: ({ tab }) => tab.locator('[aria-labelledby=nudge-now] button').click(),
  },
  {
    ...{ name: 'action-asleep', ...one },
    answers: { ...results, 1: pageOf({ snoozed: { until: '2026-06-20', because: 'Holidays' } }, manages) },
  },
  {
    ...{ name: 'action-kept', ...one },
    answers: {
      ...results,
      1: pageOf({ kind: 'test of change', test, state: 'done', group: 'done', verdict: 'keep', keptBy: '3' }, manages),
    },
  },
  { name: 'action-verdict', answers: { ...results, 1: pageOf({ kind: 'test of change', test }) }, ...inForm, press: open(1) },
  { name: 'action-stuck', answers: { ...results, 1: pageOf() }, ...inForm, press: open(2) },
  {
    ...{ name: 'action-more-time', ...inForm, press: open(3) },
    answers: { ...results, 1: pageOf({ kind: 'adaptive', nextStep: 'Ask three families' }) },
  },
  { name: 'action-hand-over', answers: { ...results, 1: pageOf(), partners }, ...inForm, ready: '.people', press: open(4) },
  { name: 'action-snooze', answers: { ...results, 1: pageOf() }, ...inForm, press: open(5) },
  { name: 'action-drop', answers: { ...results, 1: pageOf() }, ...inForm, press: open(6) },
  { name: 'action-loading', answers: { ...results, 1: 'never' }, ready: '[role=status]', view: at('#action-1') },
  { name: 'action-unknown', answers: { ...results, 1: 'not found' }, ready: alone, view: at('#action-1') },
  { name: 'action-new', answers: { ...results, partners }, ...form },
  { name: 'action-new-test', answers: { ...results, partners }, ...form, press: choose(1) },
  { name: 'action-new-pair', answers: { ...results, partners }, ...form, view: at('#actions-new-start-pair-1-2') },
  {
    ...{ name: 'action-new-refused', ...form, ready: '[role=alert]' },
    answers: { ...results, partners, actions: 'broken' },
    press: ({ tab }) => tab.locator('form [type=submit]').click(),
  },
  {
    name: 'action-new-nobody',
    answers: { ...results, partners: partnersOf({ you: null }) },
    ready: '.note',
    view: at('#actions-new'),
  },
  { name: 'action-new-no-contact', answers: { ...results, partners: 'no contact' }, ready: alone, view: at('#actions-new') },
];
