import { BotBuilderCloudAdapter } from '@microsoft/teamsfx';
import type { ConversationReferenceStore } from '@microsoft/teamsfx';
import type { CloudAdapter, ConversationReference, Middleware } from 'botbuilder';
import { z } from 'zod';
import { activity as activityShape } from '../../contracts/activity.ts';
import type { Installations } from '../installations.ts';

const addressed = z.object({ serviceUrl: z.string().min(1), conversation: z.object({ tenantId: z.string().min(1) }) });

/** Of a list without a size of its own. */
const pageSize = 100;

const asReference = (row: Readonly<Record<string, unknown>>): Partial<ConversationReference> => row;
/** No database keeps half a character or a zero, and Teams names nothing so: what has one is not kept, in a key neither. */
const isStorable = (part: unknown): boolean => {
  if (typeof part === 'string') return !/[\0\p{Cs}]/u.test(part);
  if (typeof part !== 'object' || part === null) return true;
  return Object.entries(part).every(([name, value]) => isStorable(name) && isStorable(value));
};

const asRow = (reference: Partial<ConversationReference>): Readonly<Record<string, unknown>> => ({ ...reference });

/** teamsfx keeps a conversation also because of a message; of one that we refuse nothing is kept. Of presses it keeps nothing anyway. */
const isKept = (activity: { readonly type: string }): boolean =>
  activity.type !== 'message' || activityShape.safeParse(activity).success;

/** The adapter as teamsfx sees it: whatever listens hears only what is kept. */
const heard = (adapter: CloudAdapter): CloudAdapter => {
  const listening = Object.create(adapter) as CloudAdapter;
  listening.use = (...listeners: Middleware[]) => {
    for (const listener of listeners)
      adapter.use({
        onTurn: async (context, next) => {
          if (isKept(context.activity)) await listener.onTurn(context, next);
          else await next();
        },
      });
    return listening;
  };
  return listening;
};

/**
 * The register of installations: teamsfx's notification bot listens to every activity of the adapter and keeps where the app was
 * installed and removed, in our store. The one file that knows teamsfx.
 */
export const keepRegister = (adapter: CloudAdapter, botAppId: string, installations: Installations): void => {
  const store: ConversationReferenceStore = {
    add: async (key, reference, { overwrite }) =>
      isStorable(reference) && (await installations.add(key, asRow(reference), overwrite ?? false)),
    remove: async (key) => isStorable(key) && (await installations.remove(key)),
    list: async (size, token) => {
      const page = await installations.page(size ?? pageSize, token);
      return { data: page.references.map(asReference), continuationToken: page.token ?? '' };
    },
  };
  // teamsfx learns an address at installation only; Teams may move a tenant at any time, and every signed activity says where to.
  const told = new Map<string, string>();
  adapter.use({
    onTurn: async ({ activity }, next) => {
      const { data } = addressed.safeParse(activity);
      if (data !== undefined && told.get(data.conversation.tenantId) !== data.serviceUrl) {
        await installations.moveTo(data.conversation.tenantId, data.serviceUrl);
        told.set(data.conversation.tenantId, data.serviceUrl);
      }
      await next();
    },
  });
  new BotBuilderCloudAdapter.ConversationBot({ adapter: heard(adapter), notification: { enabled: true, botAppId, store } });
};
