import { type SyntheticEvent, useState } from 'react';
import { z } from 'zod';
import type { ChosenArea } from '../../bot/contracts/agenda-api.ts';
import { Choice } from '../actions/fields.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';

const questions = ['known', 'able', 'same'] as const;
const answers = ['', 'yes', 'no'] as const;
const shape = z.strictObject({ known: z.enum(answers), able: z.enum(answers), same: z.enum(answers) });

const said = (answer: boolean | undefined): (typeof answers)[number] => (answer === undefined ? '' : answer ? 'yes' : 'no');

/** Three questions, answered together, that tell what can be assigned from what must be talked about. */
export function Sorter({ area, meeting: { page, change, at } }: { readonly area: ChosenArea; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const { sorting, way } = area;
  const stored = { known: said(sorting?.known), able: said(sorting?.able), same: said(sorting?.same) };
  const draft = useDraft(draftKey(at, `sorter ${area.id}`), shape.nullable(), null);
  const [missing, setMissing] = useState(false);
  const given = draft.value ?? stored;
  const sort = async (event: SyntheticEvent) => {
    event.preventDefault();
    const isMissing = questions.some((question) => given[question] === '');
    setMissing(isMissing);
    if (isMissing) return;
    const answered = { known: given.known === 'yes', able: given.able === 'yes', same: given.same === 'yes' };
    if (await deed.run(() => change({ is: 'sort', area: area.id, sorting: answered }))) draft.done();
  };
  return (
    <section className="sorter" aria-labelledby={`sorter-${area.id} area-${area.id}`}>
      <h4 id={`sorter-${area.id}`}>{words('sort.title')}</h4>
      {page.mayLead && !page.over ? (
        <form noValidate onSubmit={(event) => void sort(event)}>
          <div className="fields">
            {questions.map((question) => (
              <Choice
                key={question}
                label={words(`sort.${question}`)}
                chosen={given[question]}
                choices={[
                  { value: 'yes', name: words('sort.yes') },
                  { value: 'no', name: words('sort.no') },
                ]}
                choose={(answer) => {
                  setMissing(false);
                  draft.edit({ ...given, [question]: answer });
                }}
              />
            ))}
          </div>
          <div className="buttons">
            <button type="submit" className="plain" aria-disabled={deed.busy}>
              {words('sort.do')}
            </button>
            {missing && <p role="alert">{words('sort.first')}</p>}
            <DeedSaid deed={deed} />
          </div>
        </form>
      ) : (
        way === null && <p className="quiet">{words('sort.not')}</p>
      )}
      {way !== null && (
        <p className="way" data-way={way}>
          <strong>{words(`sort.${way}`)}.</strong> {words(`sort.${way}.about`)}
        </p>
      )}
    </section>
  );
}
