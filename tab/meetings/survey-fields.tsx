import type { MeetingsPage, SurveyWish } from '../../bot/contracts/meetings-api.ts';
import { useManageWords } from '../manage/manage-words.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { SelectField } from './select-field.tsx';
import { QuestionChoices } from '../manage/question-choices.tsx';

const instruments = ['relational', 'health check', 'six practices', 'check-back'] as const;
const fewest = [3, 4, 5] as const;

interface Props {
  readonly wish: SurveyWish;
  readonly questions: MeetingsPage['questions'];
  readonly change: (wish: SurveyWish) => void;
}

/** The same choices as of a round by hand; its days are counted back from the meeting. */
export function SurveyFields({ wish, questions, change }: Props) {
  const words = useMeetingsWords();
  const plan = useManageWords();
  const choices = [...new Set([...fewest, wish.k])].sort((one, other) => one - other);
  const days = (name: 'opensBefore' | 'closesBefore') => (
    <label>
      {words(`survey.${name}`)}
      <input
        type="number"
        inputMode="numeric"
        min={name === 'opensBefore' ? 2 : 1}
        max={60}
        value={wish[name]}
        onChange={({ target }) => {
          change({ ...wish, [name]: Math.min(400, Math.max(0, Math.trunc(Number(target.value)))) });
        }}
      />
    </label>
  );
  return (
    <>
      <div className="fields">
        <SelectField
          label={plan('plan.instrument')}
          value={wish.instrument}
          choose={(chosen) => {
            change({ ...wish, instrument: instruments.find((one) => one === chosen) ?? wish.instrument });
          }}
        >
          {instruments.map((one) => (
            <option key={one} value={one}>
              {plan(`instrument.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={plan('plan.audience')}
          value={wish.audience.includes('employee') ? 'everybody' : 'leaders'}
          choose={(chosen) => {
            change({ ...wish, audience: chosen === 'everybody' ? ['leader', 'employee'] : ['leader'] });
          }}
        >
          <option value="leaders">{plan('plan.audience.leaders')}</option>
          <option value="everybody">{plan('plan.audience.everybody')}</option>
        </SelectField>
        <SelectField
          label={plan('plan.k')}
          value={String(wish.k)}
          choose={(chosen) => {
            change({ ...wish, k: Number(chosen) });
          }}
        >
          {choices.map((k) => (
            <option key={k} value={k}>
              {plan('plan.k.people', { k })}
            </option>
          ))}
        </SelectField>
        {days('opensBefore')}
        {days('closesBefore')}
      </div>
      {questions.length > 0 && (
        <QuestionChoices
          legend={words('survey.questions')}
          questions={questions}
          chosen={wish.questions}
          change={(chosen) => {
            change({ ...wish, questions: chosen });
          }}
        />
      )}
    </>
  );
}
