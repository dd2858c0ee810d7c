import { exportWish } from '../contracts/exports-api.ts';
import type { ExportNoted } from '../contracts/tab-api.ts';
import type { UseCases } from '../usecases/all.ts';
import type { SignedIn } from '../usecases/gate.ts';
import { atHomeOnly } from '../usecases/gate.ts';
import { NotTaken } from './not-taken.ts';

/** A file of published results is about to be made by the tab: it is in the log before it exists. */
export const exportApi =
  (use: UseCases) =>
  async (channel: string, who: SignedIn, body: unknown): Promise<ExportNoted> => {
    const inside = await use.enterChannel(channel, who);
    const wish = exportWish.safeParse(body);
    if (!wish.success) throw new NotTaken(400, 'api.notUnderstood');
    // Pages of many rounds tell of meetings and actions too.
    if ('page' in wish.data) atHomeOnly(inside);
    await use.noteExport(inside.collaboration, who.person, wish.data);
    return {};
  };
