import assert from 'node:assert/strict';
import { calendar } from '../../bot/adapters/calendar.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import type { TabPlace } from '../../bot/contracts/tab-place.ts';
import { sampleAppId } from '../../local/sample.ts';
import { sampleFounder, seedPast, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { patience } from '../store-engines.ts';
import type { App } from '../walk.ts';
import { channel, messageWith, textOf } from '../walk.ts';

const owner = 'municipality-a-leader-1';
const link = 'https://teams.microsoft.com/l/message/19%3Asample%40thread.tacv2/1700000000000';
const dayAt = (days: number): string => calendar.plusDays(calendar.dateOf(new Date(), 'Europe/Oslo'), days);

/** A published value, or that it is hidden. */
const value = /\d\.\d \((strength|discuss|attention)\)|hidden: fewer than/;

type Attachment = { content: { version: string }; preview: { content: { title: string; text: string } } };
type Answer = {
  task?: { type: string; value: string | { title: string; card: { content: unknown } } };
  composeExtension?: { type: string; text?: string; attachments?: Attachment[] };
};

describe('the message extension', function () {
  this.timeout(patience);
  let app: App;
  before(async () => {
    app = await startApp();
    await seedSample(app.teams, Date.now());
    await seedPast(app.teams, Date.now());
  });
  after(() => app.stop());

  const invoke = async (name: string, sent: unknown, who = owner, conversation = channel): Promise<Answer> => {
    const { status, body } = await app.teams.invoke(who, conversation, `composeExtension/${name}`, sent);
    assert.equal(status, 200);
    return body as Answer;
  };
  const message = (content: string, to = link) => ({
    ...{ commandId: 'agreeAction', commandContext: 'message' },
    messagePayload: { linkToMessage: to, body: { contentType: 'html', content } },
  });
  const formOf = ({ task }: Answer): string => {
    assert.equal(task?.type, 'continue', JSON.stringify(task));
    return JSON.stringify(typeof task.value === 'string' ? '' : task.value.card.content);
  };
  /** What the form's button sends when it is filled in. */
  const filled = (form: string, inputs: Record<string, string>) => {
    const [found = ''] = /\{"verb":"action\.agree"[^}]*\}/.exec(form) ?? [];
    const [, owners = ''] = /"value":"(\d+)","isMultiSelect"/.exec(form) ?? [];
    return { ...(JSON.parse(found) as object), due: dayAt(20), owners, ...inputs };
  };
  const postedWith = async (text: string, conversation = channel) =>
    (await app.teams.messages(conversation, owner)).filter(({ cards }) => JSON.stringify(cards).includes(text));
  const search = async (text: string, more: { skip?: number; count?: number; who?: string; where?: string } = {}) => {
    const { skip = 0, count = 25, who = owner, where = channel } = more;
    const asked = { commandId: 'search', parameters: [{ name: 'text', value: text }], queryOptions: { skip, count } };
    const { composeExtension } = await invoke('query', asked, who, where);
    const attachments = composeExtension?.attachments ?? [];
    return {
      said: composeExtension?.text,
      titles: attachments.map(({ preview }) => preview.content.title),
      cards: attachments.map(({ content }) => JSON.stringify(content)),
    };
  };
  const channelId = () => app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
  const paste = async (place: TabPlace, who = owner, where = channel, id = channelId()) => {
    const url = linksToTab({ teamsAppId: sampleAppId, publicUrl: app.teams.url })(id, place);
    return (await invoke('queryLink', { url }, who, where)).composeExtension?.attachments ?? [];
  };

  it('opens the form of an action with the words of the message, sent by Action.Submit as dialogs need it', async () => {
    const form = formOf(await invoke('fetchTask', message('<p>Call back <b>within</b> one day</p>')));
    assert.match(form, /"value":"Call back within one day"/);
    assert.ok(form.includes(`"link":"${link}"`));
    assert.ok(!form.includes('Action.Execute'));
  });

  it('agrees once and posts once in the thread of the message, however often Teams repeats it, with a link back', async () => {
    const said = await app.teams.say(owner, channel, 'Who calls back?');
    const thread = `${channelId()};messageid=${said.message.id}`;
    const form = formOf(await invoke('fetchTask', message('Who calls back?'), owner, thread));
    const sent = { ...message('Who calls back?'), data: filled(form, { text: 'Call back *soon*' }) };
    const answers = [await invoke('submitAction', sent, owner, thread), await invoke('submitAction', sent, owner, thread)];
    assert.deepEqual(answers[0], answers[1]);
    assert.match(JSON.stringify(answers[0]), /"type":"message","value":"Agreed\./);
    const [posted, ...more] = await postedWith('Call back', thread);
    assert.equal(more.length, 0);
    assert.equal(posted?.thread, said.message.id);
    assert.ok(JSON.stringify(posted.cards).includes(`](${link})`));
  });

  it('agrees an action from a message whose link leads elsewhere, without the link', async () => {
    const form = formOf(await invoke('fetchTask', message('x', 'https://example.org/l/message/1')));
    assert.doesNotMatch(form, /example\.org/);
    const data = { ...filled(form, { text: 'Without its link' }), link: 'https://example.org/l/message/1' };
    await invoke('submitAction', { ...message('x'), data });
    const [posted] = await postedWith('Without its link');
    assert.ok(posted !== undefined && !JSON.stringify(posted.cards).includes('example.org'));
  });

  it('shows the form again, with what was typed and why, where something is missing', async () => {
    const form = formOf(await invoke('fetchTask', message('x')));
    const again = formOf(
      await invoke('submitAction', { ...message('x'), data: filled(form, { text: 'Typed already', due: '' }) }),
    );
    assert.match(again, /a date that lies ahead/);
    assert.match(again, /Typed already/);
    assert.match(
      formOf(await invoke('submitAction', { ...message('x'), data: filled(form, { owners: '' }) })),
      /at least one owner/,
    );
  });

  it('copies no message with an identity number: the form is empty and says why', async () => {
    const form = formOf(await invoke('fetchTask', message('About 13097248022')));
    assert.doesNotMatch(form, /13097248022/);
    assert.match(form, /national identity number/);
  });

  it('from the box people write in, posts the card in the channel, so that it is there whatever becomes of the message', async () => {
    const compose = { commandId: 'agreeAction', commandContext: 'compose' };
    const form = formOf(await invoke('fetchTask', compose));
    const sent = { ...compose, data: filled(form, { text: 'From compose' }) };
    for (const time of ['first', 'again'])
      assert.match(JSON.stringify(await invoke('submitAction', sent)), /"value":"Agreed\./, time);
    assert.equal((await postedWith('From compose')).length, 1);
  });

  it('in a 1:1 chat or another channel is about the person’s own collaboration, and names nobody there', async () => {
    const compose = { commandId: 'agreeAction', commandContext: 'compose' };
    for (const place of ['chat', 'General']) {
      const form = formOf(await invoke('fetchTask', compose, owner, place));
      const answer = await invoke('submitAction', { ...compose, data: filled(form, { text: `From ${place}` }) }, owner, place);
      const shown = JSON.stringify(answer.composeExtension?.attachments);
      assert.match(shown, new RegExp(`From ${place}`));
      assert.match(shown, /"value":"Municipality A"/);
      assert.doesNotMatch(shown, /leader 1/i);
    }
  });

  it('refuses what is no form of ours in one sentence, and changes nothing', async () => {
    for (const data of [
      undefined,
      null,
      7,
      { verb: 'survey.answer', version: 1, collaboration: 'x', round: 1 },
      { verb: 'action.agree' },
    ]) {
      const answer = await invoke('submitAction', { ...message('x'), data });
      assert.match(JSON.stringify(answer), /"task":\{"type":"message"/);
    }
    assert.match(JSON.stringify(await invoke('fetchTask', { commandId: 'other' })), /did not understand/);
    assert.match(JSON.stringify(await invoke('query', 'x')), /did not understand/);
    assert.deepEqual((await invoke('queryLink', 7)).composeExtension?.attachments, []);
    assert.equal((await app.teams.invoke(owner, channel, 'composeExtension/other', {})).status, 400);
  });

  it('finds actions by their words and their owners’ organisation, signs of patterns standing for themselves', async () => {
    assert.deepEqual((await search('BACK call')).titles, ['Call back *soon*']);
    assert.ok((await search('municipality a compose')).titles.includes('From compose'));
    assert.deepEqual((await search('%')).titles, []);
    assert.match((await search('_')).said ?? '', /Nothing found/);
  });

  it('finds rounds by number, and pairs and organisations with what is published, in the collaboration’s own channel', async () => {
    assert.deepEqual((await search('round 2')).titles.length, 1);
    const pair = await search('hospital municipality');
    assert.ok(pair.titles.length >= 2);
    assert.match(pair.cards[0] ?? '', /Hospital trust about Municipality A/);
    assert.match(pair.cards[0] ?? '', value);
  });

  it('shows no published value anywhere else', async () => {
    const { cards, titles } = await search('hospital municipality', { where: 'chat' });
    assert.ok(titles.length >= 2);
    for (const card of cards) assert.doesNotMatch(card, value);
  });

  it('without words begins with what is the person’s own, and turns page after page without a result twice', async () => {
    const [first] = (await search('')).titles;
    assert.equal(first, 'Call back *soon*');
    const all: string[] = [];
    for (let skip = 0; ; skip += 4) {
      const { titles } = await search('', { skip, count: 4 });
      assert.ok(titles.length <= 4);
      all.push(...titles);
      if (titles.length < 4) break;
    }
    const once = await search('');
    assert.deepEqual(all.slice(0, 25), once.titles);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual((await search('', { skip: 100_000 })).titles, []);
  });

  it('shows what a link leads to, to who may follow it', async () => {
    const [pair] = await paste({ is: 'pair', one: 1, other: 2 });
    assert.match(JSON.stringify(pair?.content), /Hospital trust and Municipality A/);
    assert.doesNotMatch(JSON.stringify(pair), value);
    assert.equal(pair?.content.version, '1.3');
    assert.equal((await paste({ is: 'round', round: 1 })).length, 1);
    assert.equal((await paste({ is: 'timeline' })).length, 1);
    assert.equal((await paste({ is: 'action', action: 1 })).length, 1);
    const [elsewhere] = await paste({ is: 'pair', one: 1, other: 2 }, owner, 'chat');
    assert.deepEqual(elsewhere, pair);
    const kept = await invoke('queryLink', { url: 'https://example.org' });
    assert.match(JSON.stringify(kept), /no-cache/, 'Teams keeps no answer for the next who pastes the link');
  });

  it('answers everybody else as it answers for a link to nowhere', async () => {
    const nowhere = await paste({ is: 'round', round: 99 });
    assert.deepEqual(nowhere, []);
    await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', ['welfare-office-leader-4']);
    assert.deepEqual(await paste({ is: 'round', round: 1 }, 'welfare-office-leader-4', 'chat'), nowhere);
    assert.deepEqual(await paste({ is: 'round', round: 1 }, owner, 'chat', '19:nowhere@thread.tacv2'), nowhere);
    assert.match((await search('', { who: 'welfare-office-leader-4', where: 'chat' })).said ?? '', /not in any collaboration/);
  });

  it('has its actions in the 1:1 chat too: one’s own over all collaborations, and a form for a new one', async () => {
    await app.teams.say(owner, 'chat', 'my actions');
    const mine = await messageWith(app, owner, 'action.view', 'chat');
    assert.match(JSON.stringify(mine.cards), /Call back/);
    assert.match(textOf(await app.teams.press(owner, mine.id, 'action.view')), /Due/);
    await app.teams.say(owner, 'chat', 'tiltak');
    const desk = await messageWith(app, owner, 'action.form', 'chat');
    assert.match(textOf(await app.teams.press(owner, desk.id, 'action.form')), /Quick win/);
    await app.teams.say('welfare-office-leader-4', 'chat', 'mine tiltak');
    const nobody = (await app.teams.messages('chat', 'welfare-office-leader-4')).at(-1);
    assert.match(JSON.stringify(nobody?.cards), /not in any collaboration/);
  });

  it('asks who has not said it for which organisation they answer, and goes on to the form', async () => {
    const compose = { commandId: 'agreeAction', commandContext: 'compose' };
    await app.teams.say(sampleFounder, 'General', '@Common Ground setup');
    const { id } = await messageWith(app, sampleFounder, 'setup.open', 'General');
    await app.teams.press(sampleFounder, id, 'setup.open');
    const wish = {
      purpose: 'A second sample',
      organisations: 'One\nOther',
      nextMeeting: dayAt(30),
      language: 'en',
      zone: 'Europe/Oslo',
    };
    await app.teams.press(sampleFounder, id, 'setup.save', wish);
    const asked = formOf(await invoke('fetchTask', compose, owner, 'General'));
    const press = async (form: string, verb: string, inputs: object = {}) => {
      const [found = ''] = new RegExp(`\\{"verb":"${verb}"[^}]*\\}`).exec(form) ?? [];
      const data = { ...(JSON.parse(found) as object), ...inputs };
      return formOf(await invoke('submitAction', { ...compose, data }, owner, 'General'));
    };
    const question = await press(asked, 'roster\\.open');
    assert.match(await press(question, 'roster\\.save', { organisation: '2', role: 'leader' }), /What is to be done/);
  });

  it('asks who is in several collaborations of which it is, keeping the words and the link of the message', async () => {
    const choice = formOf(await invoke('fetchTask', message('Kept words'), owner, 'chat'));
    assert.match(choice, /A second sample/);
    const [, chosen = ''] = /"title":"A second sample","value":"([^"]+)"/.exec(choice) ?? [];
    const [found = ''] = /\{"verb":"action\.form"[^}]*\}/.exec(choice) ?? [];
    const data = { ...(JSON.parse(found) as object), collaboration: chosen };
    const form = formOf(await invoke('submitAction', { ...message('Kept words'), data }, owner, 'chat'));
    assert.match(form, /"value":"Kept words"/);
    assert.ok(form.includes(link) && form.includes(`"collaboration":"${chosen}"`));
    assert.ok((await search('', { where: 'chat' })).cards.some((card) => card.includes('sample')));
  });

  it('says what to do where the app is not, and opens the form once it was added', async () => {
    const compose = { commandId: 'agreeAction', commandContext: 'compose' };
    const alone = await startApp();
    try {
      const asked = await alone.teams.invoke(owner, 'General', 'composeExtension/fetchTask', compose);
      assert.match(JSON.stringify(asked.body), /"justInTimeInstall":true/);
      await alone.teams.install(owner, 'General');
      const data = { msteams: { justInTimeInstall: true } };
      const added = await alone.teams.invoke(owner, 'General', 'composeExtension/submitAction', { ...compose, data });
      assert.match(JSON.stringify(added.body), /not in any collaboration/);
    } finally {
      await alone.stop();
    }
  });
});
