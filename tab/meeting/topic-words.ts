import type { AgendaPage, ChosenArea } from '../../bot/contracts/agenda-api.ts';
import { areaOf, type Talk } from '../focus-words.ts';
import { useReader } from '../reader.ts';
import { useMeetingWords } from './meeting-words.ts';

/** What is said of something to work on: its kind where it was suggested, and a title that stands alone. */
export type Worded = Talk & { readonly kind?: string; readonly title: string };

export function useOfferedWords({ organisations }: AgendaPage): (offered: AgendaPage['offered'][number]) => Worded {
  const reader = useReader();
  return ({ area }) => {
    const kind = reader.say(`focus.kind.${area.kind}`);
    const talk = areaOf(area, organisations, reader);
    return { ...talk, kind, title: talk.title ?? kind };
  };
}

/** One that is not suggested any more keeps its name, and says so. */
export function useChosenWords(page: AgendaPage): (chosen: ChosenArea) => Worded {
  const { say } = useReader();
  const words = useMeetingWords();
  const offered = useOfferedWords(page);
  const name = (id: string): string => page.organisations.find((one) => one.id === id)?.name ?? id;
  return ({ topic, area, key }) => {
    if (topic.is === 'own') return { title: topic.text, why: '' };
    if (area !== null) return offered({ key, area });
    const why = words('focus.unlisted');
    switch (topic.is) {
      case 'pair': {
        const title = say('pairs.name', { first: name(topic.one), second: name(topic.other) });
        return { kind: say(`focus.kind.${topic.kind}`), title, why };
      }
      case 'item':
        return { kind: say('focus.kind.item'), title: say(`focus.item.${topic.item}`), why };
      case 'stuck because':
        return { kind: say('focus.kind.stuck because'), title: say(`focus.reason.${topic.reason}`), why };
    }
  };
}

/** How an action names the area it comes from. */
export const areaName = ({ kind, title }: Worded): string => (kind === undefined || kind === title ? title : `${kind}: ${title}`);
