import { el } from './dom.ts';

/** What `app.getContext()` of teams-js gives the tab, in the flat form hosts send. */
export type HostContext = Record<string, string | boolean>;
type Host = {
  context: () => HostContext;
  token: () => Promise<string>;
  openLink: (url: string) => void;
  saved: () => void;
  /** The link to a place in the tab. */
  linkTo: (place: string) => string;
};

const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { pages: { config: {}, tabs: {}, backStack: {} }, teamsCore: {}, logs: {} },
});

type Call = { id: number; uuidAsString?: string; func: string; args?: unknown[] };
const isCall = (data: unknown): data is Call =>
  typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string' && 'id' in data;

/** Frames the tab and speaks the host's side of teams-js 2.58 with it. */
export function makeTabHost(host: Host) {
  const frame = el('iframe', { class: 'tab', title: 'Common Ground' });
  const wait = el('p', { class: 'loading', role: 'status' }, 'Opening the tab …');
  const save = el(
    'button',
    {
      type: 'button',
      class: 'primary',
      disabled: true,
      click: () => {
        tell('settings.save', [{}]);
      },
    },
    'Save',
  );
  const foot = el('p', { class: 'add' }, 'Teams asks before it adds the tab.', save);
  const link = el('input', { readonly: true, 'aria-label': 'Link to this page' });
  const copied = el('div', { class: 'copied', role: 'status', hidden: true });
  const element = el('div', { class: 'tab-host' }, copied, wait, frame, foot);
  let shown = '';

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin || !isCall(event.data)) return;
    const call = event.data;
    void answer(call).then((args) => {
      if (args) frame.contentWindow?.postMessage({ id: call.id, uuidAsString: call.uuidAsString, args }, location.origin);
    });
  });

  async function answer({ func, args = [] }: Call): Promise<unknown[] | undefined> {
    if (func === 'initialize') return [host.context()['frameContext'], 'web', runtime, '2.1.2'];
    if (func === 'getContext') return [host.context()];
    if (func === 'authentication.getAuthToken') {
      return host.token().then(
        (token) => [true, token],
        () => [false, 'FailedToGetToken'],
      );
    }
    if (func === 'executeDeepLink') {
      host.openLink(String(args[0]));
      return [true];
    }
    if (func === 'shareDeepLink') giveOut(host.linkTo(String(args[0])));
    if (func === 'settings.getSettings')
      return [{ entityId: String(host.context()['entityId']), contentUrl: frame.src, suggestedDisplayName: 'Common Ground' }];
    if (func === 'settings.setSettings') return [true];
    if (func === 'settings.setValidityState') save.disabled = args[0] !== true;
    if (func === 'settings.save.success') host.saved();
    if (func === 'settings.save.failure') {
      wait.hidden = false;
      wait.textContent = 'The tab says it could not be saved.';
    }
    if (func.startsWith('appInitialization.')) ready(func, args);
    return undefined;
  }

  function ready(func: string, [, message]: unknown[]): void {
    wait.hidden = func !== 'appInitialization.failure';
    if (!wait.hidden)
      wait.textContent = `The tab says it cannot start: ${typeof message === 'string' ? message : 'no reason given'}`;
  }

  /** In Teams a dialogue of its own, from which the link is copied. */
  function giveOut(address: string): void {
    link.value = address;
    const act = (text: string, click: () => void) => el('button', { type: 'button', class: 'link', click }, text);
    copied.replaceChildren(
      'Teams gives out this link:',
      link,
      act('Follow it', () => {
        host.openLink(address);
      }),
      act('Close', () => {
        copied.hidden = true;
        frame.focus();
      }),
    );
    copied.hidden = false;
    link.select();
  }

  /** `whose` changes with person, channel and language: each needs the tab anew. The theme is told to the open tab. */
  function show(whose: string, path: string): void {
    if (shown === whose) return;
    shown = whose;
    wait.hidden = false;
    wait.textContent = 'Opening the tab …';
    frame.src = path;
    save.disabled = true;
    copied.hidden = true;
    foot.hidden = !path.endsWith('configure');
  }
  frame.addEventListener('load', () => {
    wait.hidden = true;
  });

  function tell(func: string, args: unknown[]): void {
    frame.contentWindow?.postMessage({ func, args }, location.origin);
  }
  const changeTheme = (theme: string) => {
    tell('themeChange', [theme]);
  };
  return { element, show, changeTheme };
}
