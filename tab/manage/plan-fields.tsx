import type { RoundWish } from '../../bot/contracts/manage-api.ts';
import { useManageWords } from './manage-words.ts';
import type { Plan } from './plan-desk.tsx';
import { QuestionChoices } from './question-choices.tsx';

const instruments = ['relational', 'health check', 'six practices', 'check-back'] as const;
const fewest = [3, 4, 5] as const;

interface Props {
  readonly wish: RoundWish;
  readonly plan: Plan;
  readonly change: (wish: RoundWish) => void;
}

export function PlanFields({ wish, plan, change }: Props) {
  const words = useManageWords();
  const everybody = wish.audience.includes('employee');
  const choices = [...new Set([...fewest, wish.k])].sort((one, other) => one - other);
  return (
    <>
      <div className="fields">
        <label>
          {words('plan.instrument')}
          <select
            value={wish.instrument}
            onChange={({ target }) => {
              change({ ...wish, instrument: instruments.find((one) => one === target.value) ?? wish.instrument });
            }}
          >
            {instruments.map((one) => (
              <option key={one} value={one}>
                {words(`instrument.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('plan.audience')}
          <select
            value={everybody ? 'everybody' : 'leaders'}
            onChange={({ target }) => {
              change({ ...wish, audience: target.value === 'everybody' ? ['leader', 'employee'] : ['leader'] });
            }}
          >
            <option value="leaders">{words('plan.audience.leaders')}</option>
            <option value="everybody">{words('plan.audience.everybody')}</option>
          </select>
        </label>
        <label>
          {words('plan.k')}
          <select
            value={wish.k}
            onChange={({ target }) => {
              change({ ...wish, k: Number(target.value) });
            }}
          >
            {choices.map((k) => (
              <option key={k} value={k}>
                {words('plan.k.people', { k })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('plan.closes')}
          <input
            type="date"
            value={wish.closingDate}
            onChange={({ target }) => {
              if (target.value !== '') change({ ...wish, closingDate: target.value });
            }}
          />
        </label>
      </div>
      {plan.questions.length > 0 && (
        <QuestionChoices
          legend={words('plan.questions', { most: plan.mostQuestions })}
          questions={plan.questions}
          chosen={wish.questions}
          change={(chosen) => {
            change({ ...wish, questions: chosen });
          }}
        />
      )}
    </>
  );
}
