import { overviewOf } from './fixtures.ts';
import { daysOf, deskOf, meetingOf, meetingsOf, previewOf, readerOf, withoutSurvey } from './meetings-fixtures.ts';
import { full } from './results-fixtures.ts';
import type { Shown } from './stage.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const results = { overview: overviewOf({ latest: full }) };
const shows = (meetings: ReturnType<typeof meetingsOf>) => ({ ...results, meetings });
const page = { ready: '#next-meeting', view: at('#meetings') } as const;
/** A button by its place: its name depends on the language. */
const press = (where: string, place: number) => async (shown: Shown) => {
  await shown.tab.locator(`[aria-labelledby=${where}] .buttons button`).nth(place).click();
};
const due = meetingsOf({
  meetings: [meetingOf({ date: '2026-06-03', due: true, survey: null, attended: { present: 9, parts: null } })],
});
/** The plan of a meeting that is not planned yet. */
const plan = async ({ tab }: Shown) => {
  await tab.locator('[aria-labelledby=new-meeting] input[type=date]').fill('2026-06-16');
  await tab.locator('[aria-labelledby=new-meeting] [type=submit]').click();
};
const planning = { ready: '[aria-labelledby=new-meeting] .until', view: at('#meetings'), press: plan } as const;
const obstacle = { happened: true, sentence: 'Too few people are invited.' };

/** Meetings: the plan, the rhythm, and what is said of each. */
export const meetingsPages: readonly TabPage[] = [
  { name: 'meetings', answers: shows(meetingsOf()), ...page },
  { name: 'meetings-reader', answers: shows(readerOf()), ...page },
  { name: 'meetings-none', answers: shows(meetingsOf({ meetings: [], rhythm: null, comers: null })), ...page },
  { name: 'meetings-due', answers: shows(due), ...page },
  {
    ...{ name: 'meetings-not-opened', ...page, ready: '.note' },
    answers: shows(meetingsOf({ meetings: [meetingOf({ obstacle })] })),
  },
  { name: 'meetings-asked', answers: shows(meetingsOf({ meetings: [meetingOf({ asked: 7 })] })), ...page },
  {
    name: 'meetings-plan',
    answers: { ...shows(meetingsOf()), preview: previewOf({ obstacle: obstacle.sentence }) },
    ...planning,
  },
  {
    ...{ name: 'meetings-plan-alone', ...planning },
    answers: { ...shows(meetingsOf()), preview: withoutSurvey({ notProposed: 'too soon', asked: 7 }) },
  },
  { name: 'meetings-move', answers: shows(meetingsOf()), ...page, ready: '.inset', press: press('next-meeting', 0) },
  { name: 'meetings-survey', answers: shows(meetingsOf()), ...page, ready: '.inset', press: press('next-meeting', 1) },
  { name: 'meetings-call-off', answers: shows(meetingsOf()), ...page, ready: '.confirm', press: press('next-meeting', 2) },
  {
    ...{ name: 'meetings-attendance', ...page, ready: '.taps' },
    answers: { ...shows(due), attendance: deskOf() },
    press: ({ tab }) => tab.locator('[aria-labelledby=next-meeting] button[aria-expanded]').first().click(),
  },
  {
    ...{ name: 'meetings-rhythm', ...page, ready: '.inset .note' },
    answers: { ...shows(meetingsOf()), 'rhythm-days': daysOf() },
    press: async ({ tab }) => {
      await tab.locator('[aria-labelledby=rhythm] .buttons button').first().click();
      await tab.locator('[aria-labelledby=rhythm] [type=submit]').click();
    },
  },
  { name: 'meetings-loading', answers: { ...results, meetings: 'never' }, ready: '[role=status]', view: at('#meetings') },
  { name: 'meetings-no-contact', answers: { ...results, meetings: 'no contact' }, ready: alone, view: at('#meetings') },
  { name: 'meetings-no-permission', answers: { ...results, meetings: 'no permission' }, ready: alone, view: at('#meetings') },
];
