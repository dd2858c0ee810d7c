import { type RefObject, useEffect } from 'react';
import type { ImportReport } from '../bot/contracts/round-import.ts';
import { audienceOf } from './audience.ts';
import { useImportWords } from './import-words.ts';
import { useReader } from './reader.ts';
import { Columns, Table } from './table.tsx';

type Summary = NonNullable<ImportReport['summary']>;

/** What the server found in the file: what would be stored, or everything that is wrong. */
export function ImportFound({
  report,
  heading,
}: {
  readonly report: ImportReport;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const words = useImportWords();
  useEffect(() => {
    heading.current?.focus();
  }, [report, heading]);
  const { outcome, round, summary } = report;
  return (
    <section className="card" aria-labelledby="found" data-outcome={outcome}>
      <h2 id="found" tabIndex={-1} ref={heading}>
        {words(`found.${outcome}`, { round: round ?? 0 })}
      </h2>
      <p>{words(`found.${outcome}.text`)}</p>
      {outcome === 'wrong' && <Wrong report={report} />}
      {summary && outcome !== 'there already' && <InShort summary={summary} />}
    </section>
  );
}

function Wrong({ report: { wrong, more, counted } }: { readonly report: ImportReport }) {
  const words = useImportWords();
  return (
    <>
      <Table caption={words('found.reasons')} className="wrong">
        <Columns names={[words(`found.${counted}`), words('found.reason')]} />
        <tbody>
          {wrong.map(({ at, reasons }) => (
            <tr key={at ?? 0}>
              <th scope="row">{at ?? words('found.file')}</th>
              <td>
                {reasons.map((reason, place) => (
                  <p key={place}>{reason}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && <p>{words(`found.more.${counted}`, { count: more })}</p>}
    </>
  );
}

function InShort({ summary }: { readonly summary: Summary }) {
  const { say, moment } = useReader();
  const words = useImportWords();
  const { rows, used, leftOut, mode, k, audience, closed, organisations, published, possible } = summary;
  const left = (['aboutThemselves', 'late', 'otherRole', 'superseded'] as const).filter((why) => leftOut[why] > 0);
  return (
    <>
      <ul>
        <li>{words('found.rows', { rows, used })}</li>
        {left.map((why) => (
          <li key={why}>{words(`found.left.${why}`, { count: leftOut[why] })}</li>
        ))}
        <li>{words('found.closed', { moment: moment(closed), audience: audienceOf(audience, say) })}</li>
        <li>{words(`found.shown.${mode}`, { published, possible, k })}</li>
      </ul>
      <Table caption={say('response.caption')} className="counts">
        <Columns names={[say('column.organisation'), say('column.answered')]} />
        <tbody>
          {organisations.map(({ name, answered, invited }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{say('count', { answered, invited })}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
