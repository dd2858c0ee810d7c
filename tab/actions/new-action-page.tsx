import { useCallback, useState } from 'react';
import type { NewAction, Partners } from '../../bot/contracts/actions-api.ts';
import type { Host } from '../host.ts';
import { Loading, Trouble } from '../notice.tsx';
import { actionPlace } from '../place.ts';
import { useKept } from '../use-kept.ts';
import { type AtActions, fetchPartners, sendNewAction } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { NewActionForm, nothingTyped } from './new-action-form.tsx';
import { PageFrame } from './page-frame.tsx';
import { sourceAt } from './source-at.ts';
import { SourceLink } from './source-link.tsx';

/** A new action, for whoever answers for an organisation. The place says where it comes from. */
export function NewActionPage({
  place,
  host,
  at,
  changed,
}: {
  readonly place: string;
  readonly host: Host;
  readonly at: AtActions;
  readonly changed: () => void;
}) {
  const load = useCallback(() => fetchPartners(at), [at]);
  const { value: partners, failure, busy, ask } = useKept(load);
  if (!partners) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} back /> : <Loading />;
  return <Shown {...{ place, partners, at, changed }} />;
}

function Shown({
  place,
  partners,
  at,
  changed,
}: {
  readonly place: string;
  readonly partners: Partners;
  readonly at: AtActions;
  readonly changed: () => void;
}) {
  const words = useActionsWords();
  const { source, begins } = sourceAt(place, partners.organisations);
  return (
    <PageFrame title={words('new.title')} toBoard>
      {source.from !== 'by hand' && (
        <p>
          {words('page.source')}: <SourceLink source={source} organisations={partners.organisations} />
        </p>
      )}
      {partners.you === null ? (
        <p className="note">{words('actions.noPlace')}</p>
      ) : (
        <Form
          {...{ partners, at, changed, source }}
          you={partners.you}
          begin={begins === undefined ? '' : `${words(`new.${begins}`)} `}
        />
      )}
    </PageFrame>
  );
}

function Form({
  partners,
  you,
  source,
  begin,
  at,
  changed,
}: {
  readonly partners: Partners;
  readonly you: number;
  readonly source: NewAction['source'];
  /** What the text begins with. */
  readonly begin: string;
  readonly at: AtActions;
  readonly changed: () => void;
}) {
  const [typed, setTyped] = useState({ ...nothingTyped, text: begin, owners: [you] as readonly number[] });
  // Names this form: sent twice, it is agreed once.
  const [request] = useState(() => crypto.randomUUID());
  return (
    <NewActionForm
      partners={partners}
      typed={typed}
      type={(part) => {
        setTyped((before) => ({ ...before, ...part }));
      }}
      send={(wish) => sendNewAction(at, { ...wish, request, source })}
      agreed={({ action }) => {
        changed();
        location.replace(`#${actionPlace(action.id)}`);
      }}
    />
  );
}
