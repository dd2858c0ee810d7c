import type { Language } from '../../domain/collaboration.ts';
import type { MeetingCheckOut } from '../../domain/meetings/check-out.ts';
import type { CheckOutFacts } from '../../domain/message.ts';
import type { Unit } from '../../ports/unit.ts';

/** What the card of a check-out says to everybody. */
export const checkOutFacts = async (
  unit: Unit,
  { meeting, k, closes }: MeetingCheckOut,
  language?: Language,
): Promise<CheckOutFacts> => {
  const { id, zone, homeChannel, purpose, language: usual } = await unit.collaboration();
  const date = (await unit.meetings.find(meeting))?.date ?? '';
  return { language: language ?? usual, zone, collaboration: id, channel: homeChannel, purpose, meeting, date, k, closes };
};
