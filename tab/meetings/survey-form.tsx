import type { SyntheticEvent } from 'react';
import type { MeetingShown, SurveyWish } from '../../bot/contracts/meetings-api.ts';
import { FormFoot } from '../manage/form-foot.tsx';
import { useForm } from '../manage/use-form.ts';
import { sendMeetingChange } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { SurveyFields } from './survey-fields.tsx';
import type { OnMeetings } from './use-meetings.ts';

/** Whether a survey goes with a meeting, and which. What it means for the days stands in the meeting's plan once it is stored. */
export function SurveyForm({
  meeting: { number, version, survey },
  on,
  done,
}: {
  readonly meeting: MeetingShown;
  readonly on: OnMeetings;
  readonly done: () => void;
}) {
  const words = useMeetingsWords();
  const form = useForm<SurveyWish | null>(
    survey,
    (wish) => on.send((at) => sendMeetingChange(at, number, { version, change: { is: 'survey', survey: wish } })),
    done,
  );
  const { value, edit } = form;
  const { proposal, questions } = on.page;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form className="inset" onSubmit={submit} noValidate>
      <label className="choice">
        <input
          type="checkbox"
          checked={value !== null}
          onChange={({ target }) => {
            edit(target.checked ? (survey ?? proposal) : null);
          }}
        />
        {words('survey.goes')}
      </label>
      {value !== null && <SurveyFields wish={value} questions={questions} change={edit} />}
      <p className="quiet">{words('survey.what')}</p>
      <FormFoot form={form} label={words('survey.save')}>
        <p>{words(survey === null ? 'survey.none' : 'survey.with')}</p>
      </FormFoot>
    </form>
  );
}
