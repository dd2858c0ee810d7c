import { useState } from 'react';
import type { AgendaChange } from '../../bot/contracts/agenda-api.ts';
import type { DecisionChange } from '../../bot/contracts/meetings-api.ts';
import { Line } from '../actions/board-groups.tsx';
import { DecisionEditor } from '../decisions/decision-editor.tsx';
import { AgreeHere } from './agree-here.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { areaName, useChosenWords } from './topic-words.ts';
import type { Meeting } from './use-agenda.ts';

/** What this meeting agreed to do, and what it decided; new ones in seconds. */
export function AgreedStep({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { agreed, organisations, mayAgree } = meeting.page;
  return (
    <>
      <section className="card" aria-labelledby="agreed">
        <h2 id="agreed">{words('agreed.title', { count: agreed.length })}</h2>
        {agreed.length === 0 && <p>{words('agreed.none')}</p>}
        <ul className="agreed">
          {agreed.map((action) => (
            <Line key={action.id} action={action} organisations={organisations} />
          ))}
        </ul>
        {mayAgree ? <NewAction meeting={meeting} /> : <p className="quiet">{words('agreed.readers')}</p>}
      </section>
      <Decisions meeting={meeting} />
    </>
  );
}

const asChange = (change: DecisionChange): AgendaChange['change'] => {
  switch (change.is) {
    case 'add':
      return { ...change, is: 'decide' };
    case 'change':
      return { is: 'word', decision: change.id, text: change.text, was: change.was };
    case 'drop':
      return { is: 'drop', decision: change.id, was: change.was };
  }
};

/** Written down while everybody sees it. */
function Decisions({ meeting: { at, page, change } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { decisions, limits, mayLead } = page;
  return (
    <section className="card" aria-labelledby="decisions">
      <h2 id="decisions">{words('decisions.title', { count: decisions.length })}</h2>
      <DecisionEditor of={{ decisions, limits, at, send: (wish) => change(asChange(wish)) }} mayChange={mayLead} />
    </section>
  );
}

function NewAction({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const worded = useChosenWords(meeting.page);
  const { chosen } = meeting.page;
  const [from, setFrom] = useState<number>();
  const area = chosen.find(({ id }) => id === from);
  return (
    <>
      {chosen.length > 0 && (
        <label className="short">
          {words('agree.area')}
          <select
            value={area?.id ?? ''}
            onChange={({ target }) => {
              setFrom(target.value === '' ? undefined : Number(target.value));
            }}
          >
            <option value="">{words('agree.area.none')}</option>
            {chosen.map((one) => (
              <option key={one.id} value={one.id}>
                {worded(one).title}
              </option>
            ))}
          </select>
        </label>
      )}
      <AgreeHere
        meeting={meeting}
        area={area && areaName(worded(area))}
        field="agreed"
        kind={area?.way === 'adaptive' ? 'adaptive' : 'quick win'}
        label={words('agree.open')}
      />
    </>
  );
}
