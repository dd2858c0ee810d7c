import type { Activity } from './activities.ts';
import type { Identity, Wrong } from './identity.ts';

/** `status` 0: the bot could not be reached, or said nothing in time. */
export type Delivered = { status: number; body: unknown };

/** Posts activities to the bot, signed as Teams signs them. `answerWithin` is in milliseconds. */
export function makeDelivery(needs: { identity: Identity; botUrl: () => string; answerWithin: number }) {
  return async (activity: Activity, wrong?: Wrong): Promise<Delivered> => {
    const token = await needs.identity.connectorToken(activity.serviceUrl, wrong);
    try {
      const response = await fetch(`${needs.botUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(needs.answerWithin),
      });
      const text = await response.text();
      return { status: response.status, body: readJson(text) };
    } catch {
      return { status: 0, body: undefined };
    }
  };
}
export type Deliver = ReturnType<typeof makeDelivery>;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
