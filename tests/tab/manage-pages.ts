import { overviewOf } from './fixtures.ts';
import { openOf, peopleOf, planOf, readOnly, setUpOf } from './manage-fixtures.ts';
import { full } from './results-fixtures.ts';
import type { Shown } from './stage.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const results = {
  overview: overviewOf({ latest: full, you: { organisation: 'A', role: 'leader', integrationManager: true } }),
};
const setUp = { ...results, manage: setUpOf() };

const press =
  (place: string) =>
  ({ tab }: Shown) =>
    tab.locator(place).first().click();
const tooFew = {
  obstacle: 'Fewer than two organisations have 5 people or more.',
  ...{ mode: 'pooled' as const, form: 'short' as const, reminders: [], mayReopen: 2 },
};
/** Set-up, roster and rounds, for who may change them and for who may read. */
export const managePages: readonly TabPage[] = [
  { name: 'manage', answers: setUp, ready: 'main.manage form', view: at('#manage') },
  {
    ...{ name: 'manage-organisation', answers: setUp, view: at('#manage') },
    ...{ press: press('.partners button'), ready: '.inset' },
  },
  { name: 'manage-to-read', answers: { ...results, manage: readOnly() }, ready: 'main.manage', view: at('#manage') },
  { name: 'manage-loading', answers: { ...results, manage: 'never' }, ready: '[role=status]', view: at('#manage') },
  { name: 'manage-no-contact', answers: { ...results, manage: 'no contact' }, ready: alone, view: at('#manage') },
  { name: 'manage-no-permission', answers: { ...results, manage: 'no permission' }, ready: alone, view: at('#manage') },
  { name: 'roster', answers: { ...setUp, people: peopleOf() }, ready: 'main.manage li', view: at('#manage-roster') },
  {
    ...{ name: 'roster-person', answers: { ...setUp, people: peopleOf() }, view: at('#manage-roster') },
    ...{ press: press('.people button'), ready: '.inset' },
  },
  { name: 'roster-to-read', answers: { ...results, manage: readOnly() }, ready: 'td.hidden', view: at('#manage-roster') },
  { name: 'roster-loading', answers: { ...setUp, people: 'never' }, ready: 'main.manage .late', view: at('#manage-roster') },
  { name: 'roster-no-contact', answers: { ...setUp, people: 'no contact' }, ready: '[role=alert]', view: at('#manage-roster') },
  { name: 'round-plan', answers: { ...setUp, plan: planOf() }, ready: 'main.manage form', view: at('#manage-round') },
  {
    ...{ name: 'round-sure', answers: { ...setUp, plan: planOf() }, view: at('#manage-round') },
    ...{ press: press('main.manage section > .button'), ready: '.confirm' },
  },
  { name: 'round-cannot', answers: { ...setUp, plan: planOf(tooFew) }, ready: '.card .note', view: at('#manage-round') },
  { name: 'round-open', answers: { ...setUp, plan: openOf() }, ready: '#manage-open', view: at('#manage-round') },
  { name: 'round-to-read', answers: { ...results, manage: readOnly() }, ready: 'main.manage', view: at('#manage-round') },
  { name: 'round-loading', answers: { ...setUp, plan: 'never' }, ready: 'main.manage .late', view: at('#manage-round') },
  { name: 'round-no-contact', answers: { ...setUp, plan: 'no contact' }, ready: '[role=alert]', view: at('#manage-round') },
];
