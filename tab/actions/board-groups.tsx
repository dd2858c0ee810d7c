import type { Board, ShownAction } from '../../bot/contracts/actions-api.ts';
import { useReader } from '../reader.ts';
import { actionPlace } from '../place.ts';
import { useActionsWords } from './actions-words.ts';
import { nameIn, useOwners, useReason } from './said.ts';

const groups = ['stuck', 'silent', 'due', 'later', 'done', 'kept'] as const;

/** A test that is kept stands by itself, with the organisation that has it. */
const groupOf = ({ group, keptBy }: ShownAction): (typeof groups)[number] => (keptBy === null ? group : 'kept');

interface Props {
  readonly actions: readonly ShownAction[];
  readonly organisations: Board['organisations'];
}

export function Groups({ actions, organisations }: Props) {
  const words = useActionsWords();
  return groups.map((group) => {
    const own = actions.filter((action) => groupOf(action) === group);
    if (own.length === 0) return null;
    const id = `group-${group}`;
    return (
      <section key={group} className="card group" data-group={group} aria-labelledby={id}>
        <h2 id={id}>{words('group.count', { group: words(`group.${group}`), count: own.length })}</h2>
        {(group === 'silent' || group === 'kept') && <p className="quiet">{words(`group.${group}.about`)}</p>}
        <ul className="agreed">
          {own.map((action) => (
            <Line key={action.id} action={action} organisations={organisations} />
          ))}
        </ul>
      </section>
    );
  });
}

export function Line({ action, organisations }: { readonly action: ShownAction } & Pick<Props, 'organisations'>) {
  const words = useActionsWords();
  const { date } = useReader();
  const owners = useOwners(organisations);
  const reason = useReason();
  const { id, text, kind, due, own, nextStep, snoozed, keptBy, verdict, state } = action;
  const closed = state === 'done' || state === 'dropped';
  return (
    <li>
      <a className="link" href={`#${actionPlace(id)}`}>
        {text}
      </a>
      {nextStep !== null && !closed && <p>{nextStep}</p>}
      <p className="quiet facts">
        <span className="tag">{words(`kind.${kind}`)}</span>
        {own && <span className="tag">{words('line.own')}</span>}
        <span>{owners(action.owners)}</span>
        {!closed && <span>{words(nextStep === null ? 'line.due' : 'line.step', { date: date(due) })}</span>}
        {closed && keptBy === null && <span>{words(`state.${verdict ?? state}`)}</span>}
        {keptBy !== null && <span>{words('line.kept', { organisation: nameIn(organisations, keptBy) })}</span>}
        {snoozed && <span>{words('line.snoozed', { date: date(snoozed.until) })}</span>}
      </p>
      {action.stuck && <p className="stuck">{reason(action.stuck)}</p>}
    </li>
  );
}
