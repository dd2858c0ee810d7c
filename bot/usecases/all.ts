import type { Calendar } from '../domain/calendar.ts';
import type { Clock, Directory, Log, Messenger, Pseudonyms, Store } from '../ports.ts';
import { enter, enterChannel } from './gate.ts';
import { readOverview } from './results/read-overview.ts';
import { answerSurvey } from './rounds/answer-survey.ts';
import { closeRoundByHand, closeRoundOnTime } from './rounds/close-round.ts';
import { deliver } from './rounds/deliver.ts';
import { forgetOrder } from './rounds/forget-order.ts';
import { launchRound } from './rounds/launch-round.ts';
import { planRound } from './rounds/plan-round.ts';
import { refreshSurveyCard } from './rounds/refresh-survey-card.ts';
import { remindSilent } from './rounds/remind-silent.ts';
import { chooseOrganisation, readPlace } from './setup/choose-organisation.ts';
import { setUpCollaboration } from './setup/set-up-collaboration.ts';

export type Needs = {
  readonly store: Store;
  readonly pseudonyms: Pseudonyms;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

/** Everything a person or the clock can make happen, ready to be called by the handlers. */
export const useCases = (needs: Needs) => ({
  enter: enter(needs),
  enterChannel: enterChannel(needs),
  setUpCollaboration: setUpCollaboration(needs),
  readPlace: readPlace(needs),
  chooseOrganisation: chooseOrganisation(needs),
  planRound: planRound(needs),
  launchRound: launchRound(needs),
  closeRoundByHand: closeRoundByHand(needs),
  closeRoundOnTime: closeRoundOnTime(needs),
  forgetOrder: forgetOrder(needs),
  remindSilent: remindSilent(needs),
  deliver: deliver(needs),
  refreshSurveyCard: refreshSurveyCard(needs),
  survey: answerSurvey(needs),
  readOverview: readOverview(needs),
  claimWelcome: (conversation: string) => needs.store.claimWelcome(conversation),
  forgetWelcome: (conversation: string) => needs.store.forgetWelcome(conversation),
  collaborationNamed: (id: string) => needs.store.collaborationNamed(id),
  /** A date so many weeks ahead, as a first proposal for a meeting; UTC is near enough for that. */
  proposedMeeting: (weeks: number) => needs.calendar.plusDays(needs.calendar.dateOf(needs.clock(), 'utc'), weeks * 7),
});
export type UseCases = ReturnType<typeof useCases>;
