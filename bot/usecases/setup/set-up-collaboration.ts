import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Language } from '../../domain/collaboration.ts';
import { limits } from '../../domain/set-up.ts';
import { zoneNames } from '../../domain/zones.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Caller } from '../gate.ts';
import { spokenBy } from '../gate.ts';
import { waitForMeeting } from '../meetings/ahead.ts';
import { usualSurveyWith } from '../meetings/proposed-survey.ts';
import { waitForOpening } from '../meetings/survey-of-meeting.ts';
import { acceptable, organisationNames } from './organisation-names.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

export type SetUp = {
  readonly purpose: string;
  /** One organisation a line. */
  readonly organisations: string;
  readonly nextMeeting: string;
  readonly language: Language;
  readonly zone: string;
};

/** Whoever sets up becomes the first integration manager. The usual survey goes with the next meeting; nobody has been asked anything yet. All of it is one transaction: nobody could set up what a server that died has left half done. May it run twice? The second is refused: the channel is taken. */
export const setUpCollaboration =
  ({ store, clock, calendar }: Needs) =>
  async (caller: Caller, wish: SetUp): Promise<Collaboration> => {
    if (caller.channel === undefined) throw new Refused('only in a channel');
    if (!zoneNames.includes(wish.zone)) throw new Refused('set-up incomplete');
    const purpose = acceptable(wish.purpose, limits.purpose);
    const organisations = organisationNames(wish.organisations);
    const now = clock();
    if (wish.nextMeeting <= calendar.dateOf(now, wish.zone)) throw new Refused('meeting date not ahead');
    const { nextMeeting, language, zone } = wish;
    const home = { homeTenant: caller.tenantId, homeChannel: caller.channel };
    let begun: Collaboration | undefined;
    const created = await store.createCollaboration(
      { purpose, nextMeeting, survey: usualSurveyWith(), language, zone, organisations, ...home },
      {
        ...caller.person,
        name: caller.name,
        teamsUserId: caller.teamsUserId,
        integrationManager: true,
        ...spokenBy(caller),
      },
      async (unit) => {
        await unit.note('collaboration set up', caller.person, { organisations: organisations.length }, now);
        for (const meeting of await unit.meetings.all()) {
          await waitForOpening(unit, meeting, now, calendar);
          await waitForMeeting(unit, meeting, now, calendar);
        }
        begun = await unit.collaboration();
      },
    );
    if (created === 'channel taken' || begun === undefined) throw new Refused('already set up');
    return begun;
  };
