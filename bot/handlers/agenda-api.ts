import type { Request } from 'restify';
import { agendaChange, meetingAction } from '../contracts/agenda-api.ts';
import type { AgendaChange, AgendaPage } from '../contracts/agenda-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import { numberInAddress } from './number-in-address.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';
import { agendaPageOf } from './shown-agenda.ts';

/** The meeting, step by step, in the tab and on a meeting's stage. */
export const agendaApi = (
  use: Pick<UseCases, 'readAgenda' | 'changeAgenda' | 'decide' | 'agreeInMeeting' | 'endMeeting' | 'planMeeting'>,
) => {
  const page = async (who: Inside, number: number): Promise<AgendaPage> => agendaPageOf(await use.readAgenda(who, number));

  const changed = (who: Inside, number: number, { seen, change }: AgendaChange): Promise<void> => {
    switch (change.is) {
      case 'decide':
        return use.decide.add(who, number, change.request, change.text);
      case 'word':
        return use.decide.change(who, number, change.decision, change.was, change.text);
      case 'drop':
        return use.decide.drop(who, number, change.decision, change.was);
      case 'plan next':
        return use.planMeeting(who, change);
      case 'end':
        return use.endMeeting(who, number);
      case 'groups': {
        const counts = change.counts.map(({ organisation, count }) => ({ organisation: Number(organisation), count }));
        return use.changeAgenda(who, number, { ...change, counts }, seen);
      }
      default:
        return use.changeAgenda(who, number, change, seen);
    }
  };

  return {
    page: (who: Inside, request: Request): Promise<AgendaPage> =>
      page(who, numberInAddress(request, 'number', 'no such meeting')),

    change: async (who: Inside, request: Request): Promise<AgendaPage> => {
      const number = numberInAddress(request, 'number', 'no such meeting');
      const sent = await sentBody(request, agendaChange);
      return await orFresh(
        changed(who, number, sent).then(() => page(who, number)),
        () => page(who, number),
      );
    },

    agree: async (who: Inside, request: Request): Promise<AgendaPage> => {
      const number = numberInAddress(request, 'number', 'no such meeting');
      const { request: name, area, nextStep, test, ...wish } = await sentBody(request, meetingAction);
      await use.agreeInMeeting(who, number, name, {
        ...wish,
        ...(area === undefined ? {} : { area }),
        ...(nextStep === undefined ? {} : { nextStep }),
        ...(test === undefined ? {} : { test }),
      });
      return await page(who, number);
    },
  };
};
