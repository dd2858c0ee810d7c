import type { Board, ShownAction } from '../../bot/contracts/actions-api.ts';
import { actionKinds } from '../../bot/contracts/action-choices.ts';
import { useActionsWords } from './actions-words.ts';

/** Empty: all of them. */
export interface Filter {
  readonly organisation: string;
  readonly kind: string;
}
export const everything: Filter = { organisation: '', kind: '' };

/** An action is an organisation's where somebody of it owns it, or it has it as business as usual. */
export const fits = ({ owners, keptBy, kind }: ShownAction, filter: Filter): boolean =>
  (filter.kind === '' || filter.kind === kind) &&
  (filter.organisation === '' ||
    keptBy === filter.organisation ||
    owners.some(({ organisation }) => organisation === filter.organisation));

export function BoardFilter({
  board: { organisations },
  filter,
  change,
  shown,
}: {
  readonly board: Board;
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
  readonly shown: number;
}) {
  const words = useActionsWords();
  const set = (part: Partial<Filter>) => {
    const next = { ...filter, ...part };
    change(next.organisation === '' && next.kind === '' ? everything : next);
  };
  return (
    <section className="card filter" aria-label={words('actions.filter')}>
      <div className="fields">
        <label>
          {words('actions.filter.organisation')}
          <select
            value={filter.organisation}
            onChange={({ target }) => {
              set({ organisation: target.value });
            }}
          >
            <option value="">{words('actions.filter.all')}</option>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('actions.filter.kind')}
          <select
            value={filter.kind}
            onChange={({ target }) => {
              set({ kind: target.value });
            }}
          >
            <option value="">{words('actions.filter.kinds')}</option>
            {actionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status">{shown === 0 ? words('actions.fits.none') : words('actions.fits', { count: shown })}</p>
      {filter !== everything && (
        <button
          type="button"
          className="plain"
          onClick={() => {
            change(everything);
          }}
        >
          {words('actions.fits.all')}
        </button>
      )}
    </section>
  );
}
