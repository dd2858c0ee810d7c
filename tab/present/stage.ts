import { app, FrameContexts, meeting } from '@microsoft/teams-js';

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

/** Whether this page may put itself on the meeting's stage: in its side panel, with the permission of the app's manifest. Never throws. */
export const mayShare = (): Promise<boolean> =>
  patiently(
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

/**
 * `own screen`: opens the page in a window of its own and shares that screen, so that everybody sees what the chair sees. `everybody's`: each
 * has the page for themselves, and it follows the meeting. Never throws. A meeting outside the channel has no channel of its own: the
 * address says which; the server checks membership as always.
 */
export const share = (channel: string, place: string, how: 'own screen' | "everybody's"): Promise<boolean> => {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set('channel', channel);
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
