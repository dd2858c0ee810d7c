import { sayIn } from '../../locales/translate.ts';
import type { TeamsActivity } from '../contracts/activity.ts';
import { Refused } from '../errors.ts';
import type { Log } from '../ports/clock.ts';
import { languageOf } from './caller.ts';

/** The one plain sentence for what went wrong; the unexpected is logged, never shown. */
export const sentenceFor = (fault: unknown, activity: TeamsActivity, log: Log): string => {
  const say = sayIn(languageOf(activity.locale) ?? 'en');
  if (fault instanceof Refused) {
    log.info({ reason: fault.reason }, 'refused');
    return say(`refused.${fault.reason}`);
  }
  log.error({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }, 'an activity failed');
  return say('notice.failed');
};
