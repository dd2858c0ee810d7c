import { app, FrameContexts, HostClientType, meeting } from '@microsoft/teams-js';

/** Teams says nothing at all in some clients; then there is no button. */
const answerWithinMs = 5_000;

/** Opening a window and asking the person which screen to share takes its time. */
const sharedWithinMs = 60_000;

const patiently = <Value>(ask: (answer: (value: Value) => void) => void, otherwise: Value, withinMs: number): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(otherwise);
    }, withinMs);
    try {
      ask(resolve);
    } catch {
      resolve(otherwise);
    }
  });

/** `own screen`: a window is opened and that window is shared. `everybody's`: each has the page for themselves, and it follows the meeting. */
export type How = 'own screen' | "everybody's";

/** Teams shares a window of an app on Windows only, by its documentation; elsewhere people share theirs by hand. */
const canShareScreen = (): Promise<boolean> =>
  app.getContext().then(
    (context) => context.app.host.clientType === HostClientType.desktop,
    () => false,
  );

/**
 * Whether this page may put itself on the meeting's stage: in its side panel, with the permission of the app's manifest, for people who present
 * or organise. Never throws.
 */
export const mayShare = async (how: How): Promise<boolean> => {
  const allowed = await patiently<boolean>(
    (answer) => {
      if (app.getFrameContext() !== FrameContexts.sidePanel) answer(false);
      else
        meeting.getAppContentStageSharingCapabilities((error, can) => {
          answer(!error && can?.doesAppHaveSharePermission === true);
        });
    },
    false,
    answerWithinMs,
  );
  return allowed && (how === "everybody's" || (await canShareScreen()));
};

/**
 * Never throws. A meeting outside the channel has no channel of its own: the address says which; the server checks membership as always. It
 * says the place before `#` as well, as Teams promises nothing about what stands behind it. Its origin is the tab's, which the manifest names.
 */
export const share = (channel: string, place: string, how: How): Promise<boolean> => {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set('channel', channel);
  address.searchParams.set('place', place);
  address.hash = place;
  return patiently(
    (answer) => {
      meeting.shareAppContentToStage(
        (error, done) => {
          answer(!error && done === true);
        },
        address.href,
        {
          sharingProtocol: meeting.SharingProtocol[how === 'own screen' ? 'ScreenShare' : 'Collaborative'],
        },
      );
    },
    false,
    sharedWithinMs,
  );
};
