import type { Calendar } from '../domain/calendar.ts';
import type { Recurrence } from '../domain/meetings/rhythm.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Pseudonyms } from '../ports/identity.ts';
import type { Instruments } from '../ports/instruments.ts';
import type { Store } from '../ports/store.ts';
import type { Directory, Messenger } from '../ports/teams.ts';
import { agreeAction } from './actions/agree-action.ts';
import { changeAction } from './actions/change-action.ts';
import { nudgeNow } from './actions/nudge-now.ts';
import { readAction, readBoard, readPartners } from './actions/read-actions.ts';
import { sendDueNudges } from './actions/send-due-nudges.ts';
import { answerCheckOut } from './check-outs/answer-check-out.ts';
import { closeCheckOut, showCheckOut } from './check-outs/close-check-out.ts';
import { openCheckOut } from './check-outs/open-check-out.ts';
import { readCheckOut } from './check-outs/read-check-out.ts';
import { followLink } from './extension/follow-link.ts';
import { search } from './extension/search.ts';
import { where } from './extension/where.ts';
import { enter, enterChannel, keepLanguage } from './gate.ts';
import { askLink } from './linking/ask-link.ts';
import { leaveChannel } from './linking/leave-channel.ts';
import { manageLinks, unlinkHere } from './linking/manage-links.ts';
import { askForUpdates } from './meetings/ask-for-updates.ts';
import { askBriefs } from './meetings/brief-chairs.ts';
import { readMinutes } from './meetings/minutes.ts';
import { tellSince } from './meetings/since-last.ts';
import { endMeeting } from './meetings/end-meeting.ts';
import { readAttendance, takeAttendance } from './meetings/attendance-of-meeting.ts';
import { decide } from './meetings/decisions-of-meeting.ts';
import { openSurvey } from './meetings/open-survey.ts';
import { changeMeeting, planMeeting } from './meetings/plan-meetings.ts';
import { readMeetings } from './meetings/read-meetings.ts';
import { previewMeeting } from './meetings/preview-meeting.ts';
import { planAhead, previewRhythm, setRhythm } from './meetings/rhythm-of-meetings.ts';
import { setSurvey } from './meetings/survey-of-meeting.ts';
import { agreeInMeeting } from './meetings/agenda/agree-in-meeting.ts';
import { changeAgenda } from './meetings/agenda/change-agenda.ts';
import { readAgenda } from './meetings/agenda/read-agenda.ts';
import { leadSilent } from './meetings/silent/lead-silent.ts';
import { readSilent } from './meetings/silent/read-silent.ts';
import { writeSilent } from './meetings/silent/write-silent.ts';
import { readMyActions } from './personal/read-my-actions.ts';
import { readMyCollaborations } from './personal/read-my-collaborations.ts';
import { eraseAnswers } from './privacy/erase-answers.ts';
import { forgetAnswers } from './privacy/forget-answers.ts';
import { forgetSilentTexts } from './privacy/forget-silent-texts.ts';
import { exportMyData, readMyData } from './privacy/read-my-data.ts';
import { closeCollaboration } from './privacy/close-collaboration.ts';
import { readLog } from './privacy/read-log.ts';
import { readHandOver } from './privacy/hand-over.ts';
import { refusingWhenClosed } from './privacy/refusing-when-closed.ts';
import { noteExport } from './results/note-export.ts';
import { readOverview } from './results/read-overview.ts';
import { readRound } from './results/read-round.ts';
import { readSummary } from './results/read-summary.ts';
import { readTimeline } from './results/read-timeline.ts';
import { answerSurvey } from './rounds/answer-survey.ts';
import { closeCopies } from './rounds/close-copies.ts';
import { closeRoundByHand, closeRoundOnTime } from './rounds/close-round.ts';
import { importRound } from './rounds/import-round.ts';
import { forgetOrder } from './rounds/forget-order.ts';
import { launchRound } from './rounds/launch-round.ts';
import { localQuestions } from './rounds/local-questions.ts';
import { planRound } from './rounds/plan-round.ts';
import { postCardAgain } from './rounds/post-card-again.ts';
import { refreshSurveyCard } from './rounds/refresh-survey-card.ts';
import { remindSilent } from './rounds/remind-silent.ts';
import { planReopening, reopenRound } from './rounds/reopen-round.ts';
import { askDigests } from './sending/ask-digests.ts';
import { deliver } from './sending/deliver.ts';
import { readDeliveries } from './sending/read-deliveries.ts';
import { switchSending } from './sending/switch-sending.ts';
import { chooseOrganisation, readPlace } from './setup/choose-organisation.ts';
import { changeSetUp } from './setup/change-set-up.ts';
import { correctRoster } from './setup/correct-roster.ts';
import { readRoster } from './setup/read-roster.ts';
import { readSetUp } from './setup/read-set-up.ts';
import { readAbout, writeAbout } from './setup/who-we-are.ts';
import { setUpCollaboration } from './setup/set-up-collaboration.ts';

export type Needs = {
  readonly store: Store;
  readonly pseudonyms: Pseudonyms;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly recurrence: Recurrence;
  readonly instruments: Instruments;
  readonly log: Log;
  /** How long a closed round's answers are kept, in months. */
  readonly retentionMonths: number;
};

/** Everything a person or the clock can make happen, ready to be called by the handlers. */
export const useCases = (given: Needs) => allOf({ ...given, store: refusingWhenClosed(given.store) });

const allOf = (needs: Needs) => ({
  enter: enter(needs),
  enterChannel: enterChannel(needs),
  keepLanguage: keepLanguage(needs),
  askLink: askLink(needs),
  manageLinks: manageLinks(needs),
  unlinkHere: unlinkHere(needs),
  leaveChannel: leaveChannel(needs),
  setUpCollaboration: setUpCollaboration(needs),
  readPlace: readPlace(needs),
  chooseOrganisation: chooseOrganisation(needs),
  readRoster: readRoster(needs),
  correctRoster: correctRoster(needs),
  readSetUp: readSetUp(needs),
  changeSetUp: changeSetUp(needs),
  planRound: planRound(needs),
  launchRound: launchRound(needs),
  closeRoundByHand: closeRoundByHand(needs),
  closeRoundOnTime: closeRoundOnTime(needs),
  closeCopies: closeCopies(needs),
  postCardAgain: postCardAgain(needs),
  planReopening: planReopening(needs),
  reopenRound: reopenRound(needs),
  importRound: importRound(needs),
  forgetOrder: forgetOrder(needs),
  agreeAction: agreeAction(needs),
  changeAction: changeAction(needs),
  readBoard: readBoard(needs),
  readAction: readAction(needs),
  readPartners: readPartners(needs),
  nudgeNow: nudgeNow(needs),
  sendDueNudges: sendDueNudges(needs),
  readMeetings: readMeetings(needs),
  planMeeting: planMeeting(needs),
  previewMeeting: previewMeeting(needs),
  changeMeeting: changeMeeting(needs),
  previewRhythm: previewRhythm(needs),
  setRhythm: setRhythm(needs),
  planAhead: planAhead(needs),
  setSurvey: setSurvey(needs),
  openSurvey: openSurvey(needs),
  readAttendance: readAttendance(needs),
  takeAttendance: takeAttendance(needs),
  decide: decide(needs),
  remindSilent: remindSilent(needs),
  deliver: deliver(needs),
  sending: switchSending(needs),
  askDigests: askDigests(needs),
  readDeliveries: readDeliveries(needs),
  refreshSurveyCard: refreshSurveyCard(needs),
  survey: answerSurvey(needs),
  questions: localQuestions(needs),
  readOverview: readOverview(needs),
  noteExport: noteExport(needs),
  readTimeline: readTimeline(needs),
  askForUpdates: askForUpdates(needs),
  askBriefs: askBriefs(needs),
  tellSince: tellSince(needs),
  readMinutes: readMinutes(needs),
  readSummary: readSummary(needs),
  openCheckOut: openCheckOut(needs),
  checkOut: answerCheckOut(needs),
  closeCheckOut: closeCheckOut(needs),
  showCheckOut: showCheckOut(needs),
  readCheckOut: readCheckOut(needs),
  readRound: readRound(needs),
  readMyData: readMyData(needs),
  exportMyData: exportMyData(needs),
  eraseAnswers: eraseAnswers(needs),
  forgetAnswers: forgetAnswers(needs),
  closeCollaboration: closeCollaboration(needs),
  readHandOver: readHandOver(needs),
  readLog: readLog(needs),
  forgetSilentTexts: forgetSilentTexts(needs),
  readMyCollaborations: readMyCollaborations(needs),
  readMyActions: readMyActions(needs),
  where: where(needs),
  search: search(needs),
  followLink: followLink(needs),
  readAgenda: readAgenda(needs),
  changeAgenda: changeAgenda(needs),
  agreeInMeeting: agreeInMeeting(needs),
  endMeeting: endMeeting(needs),
  leadSilent: leadSilent(needs),
  writeSilent: writeSilent(needs),
  readSilent: readSilent(needs),
  readAbout: readAbout(needs),
  writeAbout: writeAbout(needs),
  claimWelcome: (conversation: string) => needs.store.claimWelcome(conversation),
  forgetWelcome: (conversation: string) => needs.store.forgetWelcome(conversation),
  collaborationOfJob: (id: string) => needs.store.collaborationOfJob(id),
  /** A date so many weeks ahead, as a first proposal for a meeting; UTC is near enough for that. */
  proposedMeeting: (weeks: number) => needs.calendar.plusDays(needs.calendar.dateOf(needs.clock(), 'utc'), weeks * 7),
});
export type UseCases = ReturnType<typeof useCases>;
