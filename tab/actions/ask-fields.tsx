import { stuckReasons, verdicts } from '../../bot/contracts/action-choices.ts';
import type { ActionPage } from '../../bot/contracts/actions-api.ts';
import type { AtActions } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { Choice, DateField, TextField } from './fields.tsx';
import { HandOver } from './hand-over.tsx';
import type { Asked, Saying } from './saying.ts';

export function AskFields({
  asked,
  page: { action, organisations, today },
  at,
  saying,
  change,
}: {
  readonly asked: Asked;
  readonly page: ActionPage;
  readonly at: AtActions;
  readonly saying: Saying;
  readonly change: (part: Partial<Saying>) => void;
}) {
  const words = useActionsWords();
  const text = (key: 'words' | 'nextStep' | 'why', label: string) => (
    <TextField
      label={label}
      value={saying[key]}
      change={(value) => {
        change({ [key]: value });
      }}
    />
  );
  switch (asked) {
    case 'done':
      return (
        <>
          <Choice
            label={words('ask.verdict')}
            chosen={saying.verdict}
            choices={verdicts.map((verdict) => ({ value: verdict, name: words(`verdict.${verdict}`) }))}
            choose={(verdict) => {
              change({ verdict });
            }}
          />
          {saying.verdict === 'keep' && (
            <label className="short">
              {words('ask.kept')}
              <select
                value={saying.keptBy}
                onChange={({ target }) => {
                  change({ keptBy: target.value });
                }}
              >
                <option value="">{words('ask.choose')}</option>
                {organisations
                  .filter(({ left }) => !left)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </select>
            </label>
          )}
        </>
      );
    case 'stuck':
      return (
        <>
          <Choice
            label={words('ask.because')}
            chosen={saying.because}
            choices={stuckReasons.map((reason) => ({ value: reason, name: words(`because.${reason}`) }))}
            choose={(because) => {
              change({ because });
            }}
          />
          {text('words', words('ask.words'))}
        </>
      );
    case 'more time':
      return (
        <>
          <DateField
            label={words('ask.due')}
            value={saying.due}
            first={today}
            change={(due) => {
              change({ due });
            }}
          />
          {action.kind === 'adaptive' && text('nextStep', words('ask.step'))}
        </>
      );
    case 'hand over':
      return (
        <HandOver
          at={at}
          chosen={saying.owners}
          choose={(owners) => {
            change({ owners });
          }}
        />
      );
    case 'snooze':
      return (
        <>
          <DateField
            label={words('ask.until')}
            value={saying.until}
            first={today}
            change={(until) => {
              change({ until });
            }}
          />
          {text('why', words('ask.why'))}
        </>
      );
    case 'drop':
      return <p>{words('ask.drop')}</p>;
  }
}
