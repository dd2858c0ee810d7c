import { channelTab, personalTab } from '../../bot/contracts/deep-link.ts';
import type { Setting } from '../wire.ts';
import type { Chosen } from './chosen.ts';
import type { HostContext } from './tab-host.ts';

export function contextOf(setting: Setting, chosen: Chosen): HostContext {
  const me = setting.people.find((one) => one.key === chosen.person);
  const channel = setting.team.channels.find((one) => one.name === chosen.conversation);
  const { team } = setting;
  return {
    theme: chosen.theme,
    locale: (me?.locale ?? 'en-GB').toLowerCase(),
    userObjectId: me?.aadObjectId ?? '',
    tid: me?.tenant ?? '',
    loginHint: me?.email ?? '',
    userPrincipalName: me?.email ?? '',
    // Ids of the tabs, as in the app's manifest.
    entityId: chosen.view === 'me' ? personalTab : channelTab,
    subEntityId: chosen.subPage,
    teamId: team.id,
    teamName: team.name,
    groupId: team.groupId,
    hostTeamGroupId: team.groupId,
    hostTeamTenantId: team.tenant,
    channelId: channel?.id ?? '',
    channelName: channel?.name ?? '',
    channelType: channel?.kind === 'shared' ? 'Shared' : 'Regular',
    frameContext: chosen.view === 'configure' ? 'settings' : 'content',
    hostName: 'Teams',
    hostClientType: 'web',
    isFullScreen: false,
    sessionId: 'local',
  };
}
