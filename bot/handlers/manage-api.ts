import type { Request } from 'restify';
import {
  linkChange,
  linkCodeWish,
  closingWish,
  organisationChange,
  practicalChange,
  purposeChange,
  rosterChange,
  rosterQuery,
} from '../contracts/manage-api.ts';
import type { LinkCode, RosterPage, RosterPerson, SetUp } from '../contracts/manage-api.ts';
import type { Member } from '../domain/collaboration.ts';
import type { UseCases } from '../usecases/all.ts';
import type { OrganisationWish } from '../usecases/setup/change-organisations.ts';
import type { InChannel } from '../usecases/setup/read-set-up.ts';
import { NotTaken } from './not-taken.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';

const personOf = ({ id, name, organisation, role, integrationManager, chair }: Member): RosterPerson => ({
  ...{ id, name, integrationManager, chair },
  organisation: organisation === undefined ? null : String(organisation),
  role: role ?? null,
});

type Wish = ReturnType<typeof organisationChange.parse>['change'];
const numbered = (wish: Wish): OrganisationWish =>
  wish.is === 'add' ? wish : { ...wish, organisation: Number(wish.organisation) };

/** Set-up and the roster, in the tab: the same use cases as behind the cards. */
export const manageApi = (
  use: Pick<UseCases, 'readSetUp' | 'changeSetUp' | 'readRoster' | 'correctRoster' | 'manageLinks' | 'closeCollaboration'>,
) => {
  const setUp = (who: InChannel): Promise<SetUp> => use.readSetUp(who);

  return {
    setUp,

    purpose: async (who: InChannel, request: Request): Promise<SetUp> => {
      const { version, ...wish } = await sentBody(request, purposeChange);
      return await orFresh(use.changeSetUp.purpose(who, version, wish), () => setUp(who));
    },

    organisations: async (who: InChannel, request: Request): Promise<SetUp> => {
      const { version, change } = await sentBody(request, organisationChange);
      return await orFresh(use.changeSetUp.organisations(who, version, numbered(change)), () => setUp(who));
    },

    practical: async (who: InChannel, request: Request): Promise<SetUp> => {
      const { version, ...wish } = await sentBody(request, practicalChange);
      return await orFresh(use.changeSetUp.practical(who, version, wish), () => setUp(who));
    },

    links: async (who: InChannel, request: Request): Promise<SetUp> =>
      await use.manageLinks.change(who, await sentBody(request, linkChange)),

    linkCode: async (who: InChannel, request: Request): Promise<LinkCode> => {
      await sentBody(request, linkCodeWish);
      const { code, goodUntil } = await use.manageLinks.newCode(who);
      return { code, goodUntil: goodUntil.toISOString() };
    },

    closing: async (who: InChannel, request: Request): Promise<SetUp> => {
      await sentBody(request, closingWish);
      await use.closeCollaboration(who);
      return await setUp(who);
    },

    people: async (who: InChannel, request: Request): Promise<RosterPage> => {
      const asked = rosterQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
      if (!asked.success) throw new NotTaken(400, 'api.notUnderstood');
      const { organisation, page: wanted } = asked.data;
      const group = organisation === 'all' ? organisation : Number(organisation);
      const { people, page, pages } = await use.readRoster.people(who, group, wanted);
      return { people: people.map(personOf), page, pages };
    },

    correct: async (who: InChannel, request: Request): Promise<RosterPerson> => {
      const { member, seen: looked, change } = await sentBody(request, rosterChange);
      const seen = { ...looked, organisation: looked.organisation === null ? null : Number(looked.organisation) };
      const { place, remove, setIntegrationManager, setChair } = use.correctRoster;
      const corrected = () => {
        switch (change.is) {
          case 'place':
            return place(who, member, { organisation: Number(change.organisation), role: change.role }, seen);
          case 'remove':
            return remove(who, member, seen);
          case 'manager':
            return setIntegrationManager(who, member, change.manager, seen);
          case 'chair':
            return setChair(who, member, change.chair, seen);
        }
      };
      const asPerson = async (found: ReturnType<typeof corrected>) => personOf((await found).member);
      return await orFresh(asPerson(corrected()), () => asPerson(use.readRoster.person(who, member)));
    },
  };
};
