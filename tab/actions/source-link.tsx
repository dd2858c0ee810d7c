import type { ActionPage } from '../../bot/contracts/actions-api.ts';
import { pairLink } from '../pair-link.ts';
import { focusPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { useActionsWords } from './actions-words.ts';
import { nameIn } from './said.ts';

/** Only ever a link of Teams: what a message's link was made from came from outside. */
const isOfTeams = (link: string): boolean => link.startsWith('https://teams.microsoft.com/');

/** Where an action came from, with the way back there. */
export function SourceLink({
  source,
  organisations,
}: {
  readonly source: ActionPage['action']['source'];
  readonly organisations: ActionPage['organisations'];
}) {
  const words = useActionsWords();
  const { date } = useReader();
  switch (source.from) {
    case 'pair': {
      const { one, other } = source;
      return (
        <a className="link" href={pairLink(organisations, one, other)}>
          {words('page.source.pair', { one: nameIn(organisations, one), other: nameIn(organisations, other) })}
        </a>
      );
    }
    case 'focus area':
      return (
        <a className="link" href={`#${focusPlace}`}>
          {words('page.source.area', { name: source.name })}
        </a>
      );
    case 'message': {
      const name = words('page.source.message');
      if (!isOfTeams(source.link)) return name;
      return (
        <a className="link" href={source.link} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      );
    }
    case 'meeting':
      return source.area === undefined
        ? words('page.source.meeting', { date: date(source.date) })
        : words('page.source.meeting.area', { date: date(source.date), name: source.area });
    case 'by hand':
      return words('page.source.hand');
  }
}
