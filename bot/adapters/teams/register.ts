import { BotBuilderCloudAdapter } from '@microsoft/teamsfx';
import type { ConversationReferenceStore } from '@microsoft/teamsfx';
import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Installations } from '../installations.ts';

const addressed = z.object({ serviceUrl: z.string().min(1), conversation: z.object({ tenantId: z.string().min(1) }) });

/** Of a list without a size of its own. */
const pageSize = 100;

const asReference = (row: Readonly<Record<string, unknown>>): Partial<ConversationReference> => row;
const asRow = (reference: Partial<ConversationReference>): Readonly<Record<string, unknown>> => ({ ...reference });

/**
 * The register of installations: teamsfx's notification bot listens to every activity of the adapter and keeps where the app was
 * installed and removed, in our store. The one file that knows teamsfx.
 */
export const keepRegister = (adapter: CloudAdapter, botAppId: string, installations: Installations): void => {
  const store: ConversationReferenceStore = {
    add: (key, reference, { overwrite }) => installations.add(key, asRow(reference), overwrite ?? false),
    remove: (key) => installations.remove(key),
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
  new BotBuilderCloudAdapter.ConversationBot({ adapter, notification: { enabled: true, botAppId, store } });
};
