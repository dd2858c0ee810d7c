import { useMethodWords } from '../method/method-words.ts';

interface Props {
  readonly legend: string;
  readonly questions: readonly { readonly id: number; readonly text: string }[];
  /** By their ids. */
  readonly chosen: readonly number[];
  readonly change: (chosen: number[]) => void;
}

/** Questions the partners wrote, to be asked or not. */
export function QuestionChoices({ legend, questions, chosen, change }: Props) {
  const method = useMethodWords();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {questions.map(({ id, text }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => {
              const others = chosen.filter((one) => one !== id);
              change(target.checked ? [...others, id] : others);
            }}
          />
          {text.replaceAll('{org}', () => method('method.partner'))}
        </label>
      ))}
    </fieldset>
  );
}
