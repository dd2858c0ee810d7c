import type { CollaborationId } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { Job } from '../ports/jobs.ts';
import type { UseCases } from '../usecases/all.ts';

/** Of a collaboration that is closed, only this is still done: what is stored is tidied up and forgotten in time. */
const afterClose: ReadonlySet<Job['name']> = new Set(['forget answers', 'forget silent texts', 'forget order']);

/** What is done when a job's time has come. A job of a collaboration that is gone, or closed, is done. */
export const workOnJobs =
  (use: UseCases) =>
  async (job: Job): Promise<void> => {
    const found = await use.collaborationOfJob(job.collaboration);
    if (found === undefined || (found.closed && !afterClose.has(job.name))) return;
    try {
      await work(use, found.id, job);
    } catch (fault) {
      // It was closed at this very moment.
      if (!(fault instanceof Refused) || fault.reason !== 'collaboration closed') throw fault;
    }
  };

const work = async (use: UseCases, collaboration: CollaborationId, job: Job): Promise<void> => {
  switch (job.name) {
    case 'deliver':
      await use.deliver(collaboration, job.delivery);
      break;
    case 'refresh survey card':
      await use.refreshSurveyCard(collaboration, job.round);
      break;
    case 'remind':
      await use.remindSilent(collaboration, job.round, job.day);
      break;
    case 'nudge':
      await use.sendDueNudges(collaboration);
      break;
    case 'digest':
      await use.askDigests(collaboration);
      break;
    case 'open survey':
      await use.openSurvey(collaboration, job.meeting, job.version);
      break;
    case 'plan meetings':
      await use.planAhead(collaboration);
      break;
    case 'close round':
      await use.closeRoundOnTime(collaboration, job.round);
      break;
    case 'close copies':
      await use.closeCopies(collaboration, job.round, job.last);
      break;
    case 'forget answers':
      await use.forgetAnswers(collaboration, job.round);
      break;
    case 'ask for updates':
      await use.askForUpdates(collaboration, job.meeting, job.day);
      break;
    case 'brief':
      await use.askBriefs(collaboration, job.meeting, job.day);
      break;
    case 'tell since':
      await use.tellSince(collaboration, job.meeting);
      break;
    case 'close check-out':
      await use.closeCheckOut(collaboration, job.meeting);
      break;
    case 'show check-out':
      await use.showCheckOut(collaboration, job.meeting);
      break;
    case 'forget silent texts':
      await use.forgetSilentTexts(collaboration, { meeting: job.meeting, area: job.area });
      break;
    case 'leave channel':
      await use.leaveChannel(collaboration, job.channel);
      break;
    case 'forget order':
      await use.forgetOrder(collaboration, job.round);
      break;
  }
};
