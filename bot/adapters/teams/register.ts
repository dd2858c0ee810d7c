import { BotBuilderCloudAdapter } from '@microsoft/teamsfx';
import type { ConversationReferenceStore } from '@microsoft/teamsfx';
import type { CloudAdapter, ConversationReference } from 'botbuilder';
import type { Installations } from '../installations.ts';

/** As the SDK names an installation: by tenant and conversation. */
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
  new BotBuilderCloudAdapter.ConversationBot({ adapter, notification: { enabled: true, botAppId, store } });
};
