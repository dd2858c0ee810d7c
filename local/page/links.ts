import type { Setting } from '../wire.ts';
import type { Chosen } from './chosen.ts';

/** Teams' own links open inside the page; other web links in a new window; anything else nowhere. */
export function linkTarget(setting: Setting, link: string): { inside?: Partial<Chosen>; outside?: string } {
  if (!URL.canParse(link, location.href)) return {};
  const url = new URL(link, location.href);
  if (!['http:', 'https:'].includes(url.protocol)) return {};
  if (url.hostname !== 'teams.microsoft.com') return { outside: url.href };
  const [, , kind, id = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (kind === 'chat') return { inside: { conversation: 'chat', view: 'posts' } };
  if (kind === 'message') return { inside: { conversation: channelName(setting, id), view: 'posts' } };
  if (kind === 'entity') {
    const context = readContext(url.searchParams.get('context'));
    return { inside: { conversation: channelName(setting, context.channelId), view: 'tab', subPage: context.subEntityId } };
  }
  return { outside: url.href };
}

const channelName = (setting: Setting, id: string) => setting.team.channels.find((channel) => channel.id === id)?.name ?? '';

function readContext(text: string | null): { channelId: string; subEntityId: string } {
  try {
    const context: unknown = JSON.parse(text ?? '{}');
    const read = (name: string) =>
      typeof context === 'object' && context !== null && name in context ? String(context[name as keyof typeof context]) : '';
    return { channelId: read('channelId'), subEntityId: read('subEntityId') || read('subPageId') };
  } catch {
    return { channelId: '', subEntityId: '' };
  }
}
