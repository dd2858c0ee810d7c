import { linkToMessage } from '../contracts/deep-link.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { MyCollaborations } from '../contracts/my-collaborations.ts';
import type { UseCases } from '../usecases/all.ts';
import type { SignedIn } from '../usecases/gate.ts';
import type { MyCollaboration } from '../usecases/personal/read-my-collaborations.ts';

type Shown = MyCollaborations['collaborations'][number];

/** Of one collaboration; the board has the others. */
const mostActions = 10;

const surveyOf = ({ at: { tenantId, channel }, survey }: MyCollaboration): Shown['survey'] =>
  survey === undefined
    ? null
    : {
        round: survey.round.number,
        closes: survey.round.closes.toISOString(),
        state: survey.state,
        answer: survey.card === undefined ? null : linkToMessage(tenantId, channel, survey.card),
      };

/** The personal tab: what the use case found, with links into Teams. */
export const myCollaborationsApi =
  (use: Pick<UseCases, 'readMyCollaborations'>, linkToTab: LinkToTab) =>
  async (who: SignedIn): Promise<MyCollaborations> => {
    const { collaborations, unchecked, more } = await use.readMyCollaborations(who);
    const shown = collaborations.map((mine): Shown => {
      const { purpose, zone, nextMeeting, organisations, closed } = mine.collaboration;
      const { channel, home } = mine.at;
      const open = linkToTab(channel);
      const actions = mine.actions.slice(0, mostActions).map(({ id, text, due, state }) => ({
        ...{ text, due, stuck: state === 'stuck' },
        // An action has its page in the home channel; elsewhere it is on its owner's nudges.
        open: home ? linkToTab(channel, { is: 'action', action: id }) : open,
      }));
      return {
        ...{ purpose, zone, nextMeeting, open, closed: closed !== undefined },
        organisation: organisations.find(({ id }) => id === mine.member.organisation)?.name ?? null,
        role: mine.member.role ?? null,
        integrationManager: mine.member.integrationManager,
        ...{ actions, moreActions: mine.actions.length - actions.length },
        survey: surveyOf(mine),
        results:
          mine.results === undefined
            ? null
            : { round: mine.results, open: linkToTab(channel, { is: 'round', round: mine.results }) },
      };
    });
    return { collaborations: shown, unchecked, more };
  };
