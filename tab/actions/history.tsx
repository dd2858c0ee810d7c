import type { ActionPage, Said } from '../../bot/contracts/actions-api.ts';
import { useReader } from '../reader.ts';
import { useActionsWords } from './actions-words.ts';
import { useOwners, useReason } from './said.ts';

/** What has been said about an action, newest first. */
export function History({ page: { history, organisations } }: { readonly page: ActionPage }) {
  const words = useActionsWords();
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{words('history.title')}</h2>
      <ul className="history">
        {history.toReversed().map((line, at) => (
          <Line key={history.length - at} line={line} organisations={organisations} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, organisations }: { readonly line: Said; readonly organisations: ActionPage['organisations'] }) {
  const words = useActionsWords();
  const { day, date } = useReader();
  const owners = useOwners(organisations);
  const reason = useReason();
  const { what, by, at, due, nextStep, snoozed } = line;
  const nobody = words(what === 'owner left' ? 'history.app' : 'history.nobody');
  const details = [
    ...(due === undefined ? [] : [words('history.due', { date: date(due) })]),
    ...(nextStep === undefined ? [] : [nextStep]),
    ...(line.owners === undefined ? [] : [owners(line.owners)]),
    ...(line.stuck === undefined ? [] : [reason(line.stuck)]),
    ...(snoozed === undefined ? [] : [words('page.snoozed.until', { date: date(snoozed.until), because: snoozed.because })]),
    ...(line.said === undefined ? [] : [words('history.said', { said: line.said })]),
  ];
  return (
    <li>
      <span className="quiet">{day(at)}</span> {words('history.line', { what: words(`history.${what}`), name: by ?? nobody })}
      {details.length > 0 && <p>{details.join('. ')}</p>}
    </li>
  );
}
