import { homeTenant, sampleGuid, sampleState } from '../../local/sample.ts';
import type { Person, State } from '../../local/state.ts';

/** Leaders of each of the four sample organisations: those who answer. */
const leaders = 6;

const somebody = (like: Person, key: string): Person => ({
  ...{ ...like, key, name: key, tenant: homeTenant, kind: 'member', locale: 'en-GB' },
  ...{ aadObjectId: sampleGuid(`faults ${key}`), botSpecificId: `29:${key}`, chat: `a:${key}` },
});

export const isOwner = ({ key }: Pick<Person, 'key'>): boolean => key.startsWith('owner-');

/** Leaders who answer, so many owners of one action each, and so many more channels that somebody sets the app up in. All of it plainly a sample. */
export const peopleFor =
  (owners: number, channels: number) =>
  (botId: string): State => {
    const state = sampleState(botId);
    const [like] = state.people;
    if (like === undefined) throw new Error('the sample has nobody');
    const keys = state.organisations.map(({ key }) => key);
    const people = [
      ...keys.flatMap((organisation) =>
        Array.from({ length: leaders }, (_, at) => somebody({ ...like, organisation }, `${organisation}-leader-${at + 1}`)),
      ),
      ...Array.from({ length: owners }, (_, at) =>
        somebody({ ...like, organisation: keys[at % keys.length] ?? '' }, `owner-${at + 1}`),
      ),
    ];
    const members = people.map(({ key }) => key);
    const more = Array.from({ length: channels }, (_, at) => ({
      ...{ id: `19:set-up-${at + 1}@thread.tacv2`, name: `Set-up ${at + 1}`, kind: 'standard' as const, members: [] },
    }));
    const own = state.team.channels.map((channel) => ({ ...channel, members }));
    return { ...state, people, team: { ...state.team, installed: true, members, channels: [...own, ...more] } };
  };
