/**
 * A page that plays Microsoft Teams around the tab: it answers teams-js and notes what the tab told it in `window.told`.
 * `?theme=`, `?locale=` and `?channel=` (`none`: no channel) set the context, `?frame=` where in Teams it is, `?address=` the end of the
 * tab's own address; `?teams=none` answers as a stranger does, who does not know teams-js; `?sub=` is the place a link named; `?signin=fails` refuses the token, `?share=fails`, `forbidden`, `denied` or `silent` the stage, which takes only what Teams' documentation says: pages of the app's own domain, and a shared screen on Windows; `window.toTab(name, args)` sends an event.
 */
export const hostPage = `<!doctype html>
<html lang="en"><head><title>Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style></head>
<body><iframe id="tab" title="tab"></iframe>
<script>
const wish = new URLSearchParams(location.search);
const told = window.told = [];
let tokens = 0;
const answers = {
  initialize: () => wish.get('teams') === 'none' ? ['content', 'web', 'a stranger', 'null'] : [wish.get('frame') ?? 'content', wish.get('client') ?? 'web', JSON.stringify({ apiVersion: 4, supports: { pages: { config: {} } } }), '2.58.0'],
  getContext: () => [{ theme: wish.get('theme') ?? 'default', locale: wish.get('locale') ?? 'en-us', entityId: 'collaboration', subEntityId: wish.get('sub') ?? '',
    ...(wish.get('channel') === 'none' ? {} : { channelId: wish.get('channel') ?? '19:sample@thread.tacv2' }), hostName: 'Teams', hostClientType: wish.get('client') ?? 'web', sessionId: 'sample' }],
  'authentication.getAuthToken': () => wish.get('signin') === 'fails' ? [false, 'resourceRequiresConsent'] : [true, 'token-' + (++tokens)],
  executeDeepLink: () => [true],
  'settings.setSettings': () => wish.get('save') === 'fails' ? [false, 'not now'] : [true],
  'meeting.getAppContentStageSharingCapabilities': () => wish.get('share') === 'denied' ? [{ errorCode: 1000 }, null] : [null, { doesAppHaveSharePermission: wish.get('share') !== 'forbidden' }],
  'meeting.shareAppContentToStage': ([address, { sharingProtocol }]) => {
    if (wish.get('share') === 'silent') return undefined;
    if (wish.get('share') === 'fails') return [{ errorCode: 500 }, null];
    if (new URL(address).origin !== location.origin) return [{ errorCode: 501, message: 'not among the valid domains' }, null];
    return sharingProtocol === 'ScreenShare' && wish.get('client') !== 'desktop' ? [{ errorCode: 501 }, null] : [null, true];
  },
};
const frame = document.getElementById('tab');
frame.src = '/tab/index.html' + (wish.get('address') ?? '');
window.toTab = (func, args) => frame.contentWindow.postMessage({ func, args }, location.origin);
addEventListener('message', ({ data, source, origin }) => {
  if (source !== frame.contentWindow || typeof data?.func !== 'string') return;
  told.push([data.func, ...(data.args ?? [])]);
  const args = answers[data.func]?.(data.args ?? []);
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
});
</script></body></html>`;
