import type { Calendar } from '../../domain/calendar.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Unit } from '../../ports/unit.ts';
import { toBeSent } from '../actions/nudge-ready.ts';
import { dropped } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';

/** Told as it stands now: not where the survey was changed since, or the person is no integration manager any more. */
export const readySurveyNotOpened = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const member = delivery.member === undefined ? undefined : await unit.members.find(delivery.member);
  const meeting = delivery.meeting === undefined ? undefined : await unit.meetings.find(delivery.meeting);
  const reason = meeting?.surveyRefused;
  if (!member?.integrationManager || meeting?.state !== 'planned' || reason === undefined) return dropped;
  const { language, homeChannel: channel, purpose, zone } = await unit.collaboration();
  const facts = { language, channel, purpose, date: meeting.date, reason };
  const lastTouch = await unit.deliveries.lastTouch(member.id);
  return await toBeSent(
    unit,
    { member, zone: member.zone ?? zone, lastTouch },
    { kind: 'survey not opened', facts },
    now,
    calendar,
  );
};
