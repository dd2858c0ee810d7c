import { linksToTab, linkToMessage } from '../../bot/contracts/deep-link.ts';
import { myCollaborations, type MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { sampleAppId } from '../../local/sample.ts';

const link = linksToTab({ teamsAppId: sampleAppId, publicUrl: 'https://common-ground.example.org' });
const channel = '19:sample@thread.tacv2';
/** The survey's card in the channel. */
export const card = linkToMessage('tenant', channel, '1700000000000');

/** A survey half answered, and earlier results. */
export const one = {
  purpose: 'People who leave hospital meet one plan, not four.',
  zone: 'Europe/Oslo',
  nextMeeting: '2026-06-09',
  closed: false,
  organisation: 'Municipality A',
  role: 'leader',
  integrationManager: false,
  survey: { round: 2, closes: '2026-06-05T22:30:00Z', state: 'started', answer: card },
  results: { round: 1, open: link(channel, { is: 'round', round: 1 }) },
  actions: [
    { text: 'Call the ward before noon', due: '2026-06-05', stuck: false, open: link(channel, { is: 'action', action: 1 }) },
    { text: 'Share the duty list', due: '2026-06-12', stuck: true, open: link(channel, { is: 'action', action: 2 }) },
  ],
  moreActions: 0,
  open: link(channel),
} satisfies MyCollaborations['collaborations'][number];
/** Nothing is open, and nothing has been. */
export const quietOne = {
  ...one,
  ...{ purpose: 'Families get one answer (a sample).', organisation: null, role: null, integrationManager: true },
  ...{ survey: null, results: null, actions: [], moreActions: 0, open: link('19:other@thread.tacv2') },
};
const inState = (state: 'invited' | 'finished') => ({
  ...one,
  purpose: `Nobody waits for a bed (a sample, ${state}).`,
  open: link(`19:${state}@thread.tacv2`),
  survey: { ...one.survey, state },
});
/** What `GET /api/me` says. */
export const mineOf = (parts: Partial<MyCollaborations>): MyCollaborations =>
  myCollaborations.parse({ collaborations: [], unchecked: 0, more: false, ...parts });

export const several = mineOf({
  collaborations: [one, quietOne, ...(['invited', 'finished'] as const).map(inState)],
  unchecked: 2,
  more: true,
});
