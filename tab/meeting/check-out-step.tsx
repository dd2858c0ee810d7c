import { CheckOutSection } from '../check-out/check-out-section.tsx';
import type { Host } from '../host.ts';
import type { Meeting } from './use-agenda.ts';

/** How the meeting is left, in two taps each. */
export const CheckOutStep = ({ meeting, host }: { readonly meeting: Meeting; readonly host: Host }) => (
  <CheckOutSection host={host} at={meeting.at} />
);
