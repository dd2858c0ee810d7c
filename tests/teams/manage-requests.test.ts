import assert from 'node:assert/strict';
import type { z } from 'zod';
import { changedPerson, rosterPage, roundClosed, roundDesk, setUp } from '../../bot/contracts/manage-api.ts';
import { problem } from '../../bot/contracts/tab-api.ts';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, messageWith, textOf } from '../walk.ts';
import { tabRequest } from './tab-request.ts';
import type { How } from './tab-request.ts';

const member = 'municipality-a-leader-1';

describe('set-up, roster and rounds, asked for and changed by the tab', () => {
  let app: App;
  let base = '';
  before(async function () {
    this.timeout(patience);
    app = await startApp();
    await seedSample(app.teams, Date.now());
    const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
    base = `/api/channels/${encodeURIComponent(id)}/manage`;
  });
  after(async function () {
    this.timeout(patience);
    await app.stop();
  });

  const send = (rest: string, body?: string, { who = sampleFounder, at = base, language = 'en-GB', authorization }: How = {}) =>
    tabRequest(app, { who, path: `${at}${rest}`, body, language, authorization });
  const good = async <Shape extends z.ZodType>(
    shape: Shape,
    rest: string,
    body?: object,
    how?: How,
  ): Promise<z.output<Shape>> => {
    const answer = await send(rest, body === undefined ? undefined : JSON.stringify(body), how);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return shape.parse(answer.body);
  };
  const refusal = async (rest: string, body: string | undefined, how?: How) => {
    const answer = await send(rest, body, how);
    assert.match(answer.type, /problem\+json/);
    return { ...problem.parse(answer.body), status: answer.status };
  };
  const now = (how?: How) => good(setUp, '', undefined, how);
  const changes = (version: number): Record<string, object> => ({
    '/purpose': { version, purpose: 'Changed', outcomes: [] },
    '/organisations': { version, change: { is: 'add', name: 'Charity' } },
    '/practical': { version, language: 'nb', zone: 'Europe/Oslo', nextMeeting: '2099-01-12' },
    '/people': {
      member: 1,
      seen: { organisation: '1', role: 'leader', integrationManager: true, chair: false },
      change: { is: 'remove' },
    },
    '/plan': {},
    '/launch': {
      wish: { instrument: 'relational', questions: [], audience: ['leader'], k: 3, closingDate: '2099-01-12' },
      shown: { mode: 'matrix', invited: {}, reminders: [] },
    },
    '/close': { round: 1 },
  });

  it('is refused without a token, to a stranger of the channel, and in a channel without a collaboration, and looks the same', async () => {
    const nowhere = base.replace('thread', 'other');
    for (const [rest, body] of [...Object.entries(changes(1)), ['', undefined], ['/people', undefined]] as const) {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      assert.equal((await refusal(rest, sent, { authorization: 'Bearer a.b.c' })).status, 401, rest);
      const elsewhere = await refusal(rest, sent, { at: nowhere });
      assert.equal(elsewhere.status, 403, rest);
      assert.match(elsewhere.detail, /There is no collaboration here that you are a member of/);
    }
  });

  it('is read by every member without a name of anybody, and changed by integration managers only', async () => {
    const seen = await now({ who: member });
    assert.equal(seen.mayChange, false);
    assert.doesNotMatch(JSON.stringify(seen), /leader \d|oid|29:/);
    for (const [rest, body] of Object.entries(changes(seen.version))) {
      const refused = await refusal(rest, JSON.stringify(body), { who: member });
      assert.equal(refused.status, 403, rest);
      assert.match(refused.detail, /Only an integration manager/);
    }
    assert.equal((await refusal('/people', undefined, { who: member })).status, 403);
    assert.deepEqual(await now({ who: member }), seen);
  });

  it('answers nonsense, over-long texts, unknown ids and huge bodies with a problem, and changes nothing', async () => {
    const before = await now();
    const { version } = before;
    const wrong: [string, unknown, number, RegExp][] = [
      ['/purpose', { version, purpose: 'x'.repeat(301), outcomes: [] }, 400, /missing or too long/],
      ['/purpose', { version, purpose: 'x'.repeat(2_001), outcomes: [] }, 400, /missing or too long/],
      ['/purpose', { version, purpose: 'Fine', outcomes: [{ text: 'x'.repeat(201) }] }, 400, /missing or too long/],
      ['/purpose', { version, purpose: 'About 999 000 0018', outcomes: [] }, 400, /NHS number/],
      ['/purpose', { version, purpose: 'A bell \u0007 rings', outcomes: [] }, 400, /not understood/],
      ['/purpose', { version, purpose: 'Fine', outcomes: [], more: 1 }, 400, /not understood/],
      ['/purpose', { purpose: 'Fine', outcomes: [] }, 400, /not understood/],
      [
        '/organisations',
        { version, change: { is: 'rename', organisation: '99', name: 'Fine' } },
        404,
        /not part of this collaboration/,
      ],
      ['/organisations', { version, change: { is: 'rename', organisation: '1; drop', name: 'Fine' } }, 400, /not understood/],
      [
        '/organisations',
        { version, change: { is: 'rename', organisation: '1', name: 'municipality a' } },
        409,
        /stands there twice/,
      ],
      ['/practical', { version, language: 'de', zone: 'Europe/Oslo', nextMeeting: '2099-01-12' }, 400, /not understood/],
      ['/practical', { version, language: 'en', zone: 'Mars/Olympus', nextMeeting: '2099-01-12' }, 400, /missing or too long/],
      ['/people', { ...changes(version)['/people'], member: 999_999 }, 404, /not on the roster/],
      ['/close', { round: 7 }, 409, /round is closed/],
      ['/plan', { wish: { k: 'many' } }, 400, /not understood/],
    ];
    for (const [rest, body, status, sentence] of wrong) {
      const refused = await refusal(rest, JSON.stringify(body));
      assert.equal(refused.status, status, `${rest} ${JSON.stringify(body).slice(0, 80)}`);
      assert.match(refused.detail, sentence);
    }
    assert.equal((await refusal('/purpose', '{"version":')).status, 400);
    assert.equal((await refusal('/purpose', '['.repeat(10_000))).status, 400);
    assert.equal((await refusal('/purpose', JSON.stringify('x'.repeat(70_000)))).status, 413);
    assert.equal((await refusal('/people?page=-1', undefined)).status, 400);
    assert.equal((await refusal('/people?organisation=1%27', undefined)).status, 400);
    assert.match((await refusal('/close', '{"round":7}', { language: 'nb-NO' })).detail, /Runden er lukket/);
    assert.deepEqual(await now(), before);
  });

  it('changes what an integration manager wants changed, keeps HTML as the text it is, and says how it stands to who was slower', async () => {
    const before = await now();
    const purpose = '<b>Nobody</b> waits & nobody is lost';
    const wish = { version: before.version, purpose, outcomes: [{ text: '=1+1 fewer calls' }] };
    const changed = await good(setUp, '/purpose', wish);
    assert.deepEqual([changed.purpose, changed.outcomes.map(({ text }) => text)], [purpose, ['=1+1 fewer calls']]);
    assert.deepEqual(await good(setUp, '/purpose', wish), changed, 'the same request again');
    const slower = await refusal('/purpose', JSON.stringify({ ...wish, purpose: 'Written over it' }));
    assert.equal(slower.status, 409);
    assert.match(slower.detail, /Somebody else has changed this meanwhile, so nothing was stored/);
    assert.deepEqual(setUp.parse(slower.fresh), changed);
    const added = await good(setUp, '/organisations', { version: changed.version, change: { is: 'add', name: 'Charity' } });
    assert.deepEqual(added.organisations.at(-1), { id: '5', name: 'Charity', left: false, people: { leader: 0, employee: 0 } });
    const left = await good(setUp, '/organisations', { version: added.version, change: { is: 'leave', organisation: '5' } });
    assert.equal(left.organisations.at(-1)?.left, true);
    await app.teams.say(member, channel, '@Common Ground roster');
    const card = await messageWith(app, member, 'roster.open');
    const form = textOf(await app.teams.press(member, card.id, 'roster.open'));
    assert.match(form, /nobody is lost/);
    assert.doesNotMatch(form, /Charity/);
  });

  it('lists the roster by organisation, and corrects one person as the cards do', async () => {
    const page = await good(rosterPage, '/people?organisation=2&page=0');
    assert.deepEqual([page.page, page.pages, page.people.length], [0, 1, 5]);
    assert.equal((await good(rosterPage, '/people')).people.length, 21);
    const person = page.people.find(({ name }) => name === 'Municipality A leader 2') ?? assert.fail();
    const { id, organisation, role, integrationManager, chair } = person;
    const seen = { organisation, role, integrationManager, chair };
    const change = { is: 'place', organisation: '3', role: 'employee' };
    const moved = await good(changedPerson, '/people', { member: id, seen, change });
    assert.deepEqual(moved, { ...person, organisation: '3', role: 'employee' });
    const slower = await refusal('/people', JSON.stringify({ member: id, seen, change: { is: 'manager', manager: true } }));
    assert.equal(slower.status, 409);
    assert.deepEqual(changedPerson.parse(slower.fresh), moved);
    const founder =
      (await good(rosterPage, '/people?organisation=1')).people.find((one) => one.integrationManager) ?? assert.fail();
    const own = { organisation: founder.organisation, role: founder.role, integrationManager: true, chair: false };
    const last = await refusal(
      '/people',
      JSON.stringify({ member: founder.id, seen: own, change: { is: 'manager', manager: false } }),
    );
    assert.match(last.detail, /needs an integration manager/);
  });

  it('plans a round, launches exactly the plan that was shown, and closes it', async () => {
    const proposed = await good(roundDesk, '/plan', {});
    assert.ok(proposed.is === 'plan');
    const tooLow = await good(roundDesk, '/plan', { wish: { ...proposed.wish, k: 2 } }, { language: 'nb' });
    assert.ok(tooLow.is === 'plan');
    assert.equal(tooLow.obstacle, 'Minst 3 personer må stå bak et tall.');
    const plan = await good(roundDesk, '/plan', { wish: { ...proposed.wish, k: 3 } });
    assert.ok(plan.is === 'plan');
    assert.deepEqual([plan.obstacle, plan.mode, plan.invited], [null, 'matrix', { '1': 5, '2': 3, '3': 4, '4': 4 }]);
    const { wish, mode, invited, reminders } = plan;
    const other = { wish, shown: { mode, invited: { ...invited, '2': 4 }, reminders } };
    const slower = await refusal('/launch', JSON.stringify(other));
    assert.equal(slower.status, 409);
    assert.deepEqual(roundDesk.parse(slower.fresh), plan);
    const open = await good(roundDesk, '/launch', { wish, shown: { mode, invited, reminders } });
    assert.ok(open.is === 'open');
    assert.deepEqual([open.round, open.answered, open.invited], [1, 0, 16]);
    assert.match(open.deliveries.join(' '), /The channel's card is/);
    assert.equal((await refusal('/launch', JSON.stringify({ wish, shown: { mode, invited, reminders } }))).status, 409);
    assert.equal((await now({ who: member })).open, 1);
    assert.deepEqual(await good(roundClosed, '/close', { round: 1 }), { round: 1, outcome: 'published' });
    assert.equal((await good(roundDesk, '/plan', {})).is, 'plan');
  });
});
