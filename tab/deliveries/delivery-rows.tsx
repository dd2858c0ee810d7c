import { useMemo } from 'react';
import type { DeliveryShown } from '../../bot/contracts/deliveries-api.ts';
import type { Language } from '../language.ts';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { type DeliveriesSay, useDeliveriesWords } from './deliveries-words.ts';

const whatOf = (words: DeliveriesSay, { kind, round, actions }: DeliveryShown): string => {
  switch (kind) {
    case 'digest':
    case 'check-out':
    case 'survey not opened':
    case 'brief':
    case 'update request':
    case 'since last':
    case 'minutes':
    case 'link asked':
    case 'linked':
      return words(`what.${kind}`);
    case 'nudge':
    case 'agreed':
      return words(`what.${kind}`, { count: actions });
    case 'survey':
      return words('what.survey', { round: round ?? 0 });
  }
};

const toWhom = (words: DeliveriesSay, { to }: DeliveryShown): string => {
  if (to === null) return words('to.channel');
  return to.organisation === null ? to.name : words('to.person', { name: to.name, organisation: to.organisation });
};

const outcomeIn = (words: DeliveriesSay, { outcome }: DeliveryShown): string => {
  switch (outcome.is) {
    case 'failed':
    case 'could not reach':
      return words(`outcome.${outcome.is}`, { reason: outcome.reason });
    case 'waiting':
      return outcome.why ?? words('outcome.waiting');
    default:
      return words(`outcome.${outcome.is}`);
  }
};

const locales = { en: 'en-GB', nb: 'nb-NO' } as const;
/** Short enough for a column; the page says the zone's name nowhere, because it is the collaboration's own. */
const momentIn = (language: Language, timeZone: string): ((instant: string) => string) => {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, ...parts });
  return (instant) => format.format(new Date(instant));
};

/** @param zone the collaboration's */
export function DeliveryRows({ rows, zone }: { readonly rows: readonly DeliveryShown[]; readonly zone: string }) {
  const words = useDeliveriesWords();
  const { language } = useReader();
  const moment = useMemo(() => momentIn(language, zone), [language, zone]);
  if (rows.length === 0) return <p>{words('none')}</p>;
  const [what, to, at, outcome] = (['what', 'to', 'at', 'outcome'] as const).map((name) => words(`column.${name}`));
  return (
    <Table caption={words('list.caption')} className="sent">
      <Columns names={[what ?? '', to ?? '', at ?? '', outcome ?? '']} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{whatOf(words, row)}</th>
            <td data-head={to}>{toWhom(words, row)}</td>
            <td data-head={at}>{moment(row.at)}</td>
            <td data-head={outcome}>{outcomeIn(words, row)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
