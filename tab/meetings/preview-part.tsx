import type { ReactNode } from 'react';
import type { MeetingPreview, MeetingsPage, NewMeeting, SurveyWish } from '../../bot/contracts/meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { PlanList } from './plan-list.tsx';

/** The whole plan of a meeting that is not planned yet, and whether a survey goes with it. `children`: what else there is to say of the survey. */
export function PreviewPart({
  preview,
  said,
  page,
  change,
  children,
}: {
  readonly preview: MeetingPreview;
  /** What somebody has said of the survey; undefined: nothing yet, so it is as it is proposed. */
  readonly said: NewMeeting['survey'];
  readonly page: Pick<MeetingsPage, 'zone' | 'today'>;
  readonly change: (survey: SurveyWish | null) => void;
  readonly children?: ReactNode;
}) {
  const words = useMeetingsWords();
  const { plan, survey, usual, notProposed, asked, obstacle } = preview;
  const goes = said === undefined ? survey !== null : said !== null;
  return (
    <div className="inset" role="group" aria-label={words('plan.until')}>
      <PlanList plan={plan} page={page} />
      <label className="choice">
        <input
          type="checkbox"
          checked={goes}
          onChange={({ target }) => {
            change(target.checked ? (survey ?? usual) : null);
          }}
        />
        {words('survey.goes')}
      </label>
      <div role="status">
        {notProposed !== null && asked === null && !goes && <p className="note">{words(`survey.notProposed.${notProposed}`)}</p>}
        {asked !== null && <p className="note">{words('survey.asked', { round: asked })}</p>}
        {obstacle !== null && <p className="note">{words('survey.obstacle', { why: obstacle })}</p>}
      </div>
      {goes && children}
    </div>
  );
}
