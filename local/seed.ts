import { about, pastRound } from './past.ts';
import type { Teams } from './server.ts';

/** The channel of the sample collaboration: a shared one, so that people of other tenants are in it too. */
const channel = 'Partner leaders';
export const sampleFounder = 'hospital-trust-leader-1';

const purpose = 'People who leave hospital get the help they need at home, without waiting (a sample).';

const cardWith = async (teams: Teams, who: string, verb: string): Promise<string> => {
  const messages = await teams.messages(channel, who);
  const found = messages.findLast(({ cards }) => JSON.stringify(cards).includes(`"${verb}"`));
  if (found === undefined) throw new Error(`${who} sees no card with ${verb} in ${channel}`);
  return found.id;
};

const inFourWeeks = (now: number): string => new Date(now + 28 * 86_400_000).toISOString().slice(0, 10);

/**
 * The sample collaboration, made as people would: the app is installed in a channel, a leader sets it up, and each person says which
 * organisation they answer for. Every step is a real press on a real card.
 */
export const seedSample = async (teams: Teams, now: number): Promise<void> => {
  await teams.install(sampleFounder, channel);
  const { organisations, people } = teams.state;
  const card = await cardWith(teams, sampleFounder, 'setup.open');
  await teams.press(sampleFounder, card, 'setup.open');
  const names = organisations.map(({ name }) => name).join('\n');
  const wish = { purpose, organisations: names, nextMeeting: inFourWeeks(now), language: 'en', zone: 'Europe/Oslo' };
  await teams.press(sampleFounder, card, 'setup.save', wish);
  const say = async (key: string, organisation: string): Promise<void> => {
    const own = organisations.findIndex((one) => one.key === organisation) + 1;
    if (key !== sampleFounder) await teams.press(key, card, 'roster.open');
    await teams.press(key, card, 'roster.save', {
      organisation: String(own),
      role: key.includes('-leader-') ? 'leader' : 'employee',
    });
  };
  // One after another: on a busy machine so many at once get no answer in the time a card has.
  for (const { key, organisation } of people) await say(key, organisation);
};

/** Opens a round for the leaders with k = 3. */
export const openSampleRound = async (teams: Teams): Promise<void> => {
  const card = await cardWith(teams, sampleFounder, 'round.manage');
  await teams.press(sampleFounder, card, 'round.manage');
  await teams.press(sampleFounder, card, 'round.preview', { audience: 'leaders', k: '3' });
  await teams.press(sampleFounder, card, 'round.launch');
};

/** Years ago; the last is a little less. */
const pastYears = [3, 2, 1];

/**
 * What a collaboration has that did not begin today: three rounds of earlier years, imported as its integration manager would, and what
 * each organisation says about itself. Made in moments: a round answered on cards would take long.
 */
export const seedPast = async (teams: Teams, now: number): Promise<void> => {
  const id = teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
  const authorization = `Bearer ${await teams.token(sampleFounder)}`;
  const send = async (method: 'POST' | 'PUT', path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json', authorization };
    const address = `${teams.url}/api/channels/${encodeURIComponent(id)}${path}`;
    const answer = await fetch(address, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The sample was refused at ${path}: ${await answer.text()}`);
  };
  // Every third month, twelve weeks after the meeting named at set-up at the earliest: far enough for the survey that is proposed.
  const rule = { each: 'month', every: 3, weekday: 2, nth: 4 } as const;
  const from = new Date(now + 112 * 86_400_000).toISOString().slice(0, 10);
  const survey = { instrument: 'relational', questions: [], audience: ['leader'], k: 3, opensBefore: 14, closesBefore: 3 };
  await send('POST', '/meetings/rhythm', { seen: null, rhythm: { rule, from, starts: '09:00', survey } });
  for (const [at, text] of about.entries()) await send('PUT', `/about/${at + 1}`, { version: 0, ...text });
  // One after another: the number of a round says when it was imported.
  for (const [year, ago] of pastYears.entries()) {
    const close = new Date(now);
    close.setUTCFullYear(close.getUTCFullYear() - ago);
    close.setUTCDate(close.getUTCDate() + 21);
    await send('POST', '/rounds/import', pastRound(teams.state, year, close));
  }
};
