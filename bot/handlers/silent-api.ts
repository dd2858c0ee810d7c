import type { Request } from 'restify';
import { silentChange } from '../contracts/silent-api.ts';
import type { SilentChange, SilentPage } from '../contracts/silent-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import type { Place } from '../usecases/meetings/silent/place.ts';
import type { SilentView } from '../usecases/meetings/silent/read-silent.ts';
import { numberInAddress } from './number-in-address.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';

const pageOf = (view: SilentView): SilentPage => {
  switch (view.is) {
    case 'not open':
      return view;
    case 'writing': {
      const { writing, mayWrite, written, own } = view;
      return { is: 'writing', question: writing.question, k: writing.k, mayWrite, written: written ?? null, own: own ?? null };
    }
    case 'shown': {
      const { writing, texts, turns } = view;
      return {
        is: 'shown',
        question: writing.question,
        k: writing.k,
        texts: [...texts],
        turns: turns.map((turn) => turn.map(String)),
      };
    }
  }
};

const placeOf = (request: Request): Place => ({
  meeting: numberInAddress(request, 'number', 'no such meeting'),
  area: numberInAddress(request, 'area', 'no such focus area'),
});

/** Each writes before anybody sees, in the tab and on a meeting's stage. */
export const silentApi = (use: Pick<UseCases, 'readSilent' | 'leadSilent' | 'writeSilent'>) => {
  const page = async (who: Inside, place: Place): Promise<SilentPage> => pageOf(await use.readSilent(who, place));

  const changed = (who: Inside, place: Place, change: SilentChange): Promise<void> => {
    switch (change.is) {
      case 'open':
        return use.leadSilent.open(who, place, change.question);
      case 'write':
        return use.writeSilent.put(who, place, change.text);
      case 'take back':
        return use.writeSilent.takeBack(who, place);
      case 'show':
        return use.leadSilent.show(who, place, change.few);
    }
  };

  return {
    page: (who: Inside, request: Request): Promise<SilentPage> => page(who, placeOf(request)),

    change: async (who: Inside, request: Request): Promise<SilentPage> => {
      const place = placeOf(request);
      const sent = await sentBody(request, silentChange);
      return await orFresh(
        changed(who, place, sent).then(() => page(who, place)),
        () => page(who, place),
      );
    },
  };
};
