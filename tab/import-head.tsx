import type { HeadForm, Invited } from './import-request.ts';
import { nobodyYet } from './import-request.ts';
import { useImportWords } from './import-words.ts';
import { useReader } from './reader.ts';
import type { Organisation } from './relations.ts';
import { Columns, Table } from './table.tsx';

const audiences = ['leaders', 'employees', 'both'] as const;

interface Props {
  readonly head: HeadForm;
  readonly organisations: readonly Organisation[];
  readonly zone: string;
  readonly change: (changes: Partial<HeadForm>) => void;
}

/** What a spreadsheet of rows cannot say: who was asked, until when, how many of them, and what they were promised. */
export function ImportHead({ head, organisations, zone, change }: Props) {
  const words = useImportWords();
  return (
    <fieldset>
      <legend>{words('import.head')}</legend>
      <div className="fields">
        <label>
          {words('import.date')}
          <input
            type="date"
            value={head.date}
            onChange={({ target }) => {
              change({ date: target.value });
            }}
          />
        </label>
        <label>
          {words('import.time', { zone })}
          <input
            type="time"
            value={head.time}
            onChange={({ target }) => {
              change({ time: target.value });
            }}
          />
        </label>
        <label>
          {words('import.audience')}
          <select
            value={head.audience}
            onChange={({ target }) => {
              change({ audience: audiences.find((one) => one === target.value) ?? 'both' });
            }}
          >
            {audiences.map((one) => (
              <option key={one} value={one}>
                {words(`import.audience.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('import.k')}
          <input
            type="number"
            min={3}
            max={100}
            value={head.k}
            aria-describedby="import-k"
            onChange={({ target }) => {
              change({ k: target.value });
            }}
          />
          <span className="quiet" id="import-k">
            {words('import.k.hint')}
          </span>
        </label>
      </div>
      <InvitedTable head={head} organisations={organisations} change={change} />
    </fieldset>
  );
}

function InvitedTable({ head, organisations, change }: Omit<Props, 'zone'>) {
  const { say } = useReader();
  const words = useImportWords();
  return (
    <Table caption={words('import.invited')} className="stack">
      <Columns names={[say('column.organisation'), words('import.part'), words('import.leaders'), words('import.employees')]} />
      <tbody>
        {organisations.map(({ id, name }) => {
          const own = head.invited[id] ?? nobodyYet;
          const put = (changes: Partial<Invited>) => {
            change({ invited: { ...head.invited, [id]: { ...own, ...changes } } });
          };
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <input
                  type="checkbox"
                  checked={own.part}
                  aria-label={words('import.part.of', { organisation: name })}
                  onChange={({ target }) => {
                    put({ part: target.checked });
                  }}
                />
              </td>
              {(['leaders', 'employees'] as const).map((role) => (
                <td key={role}>
                  <input
                    type="number"
                    min={0}
                    value={own[role]}
                    disabled={!own.part || (head.audience !== 'both' && head.audience !== role)}
                    aria-label={words(`import.${role}.of`, { organisation: name })}
                    onChange={({ target }) => {
                      put({ [role]: target.value });
                    }}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
