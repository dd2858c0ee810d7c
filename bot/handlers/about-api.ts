import type { Request } from 'restify';
import { aboutChange, aboutOrganisation, type AboutPage } from '../contracts/about-api.ts';
import { longestAbout } from '../domain/about.ts';
import { Refused } from '../errors.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import type { AboutView } from '../usecases/setup/who-we-are.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';

const pageOf = ({ organisations }: AboutView): AboutPage => ({
  organisations: organisations.map(({ organisation, ...about }) => ({ id: String(organisation), ...about })),
  longest: longestAbout,
});

/** What the organisations say about themselves, in the tab. */
export const aboutApi = (use: Pick<UseCases, 'readAbout' | 'writeAbout'>) => {
  const read = async (who: Inside): Promise<AboutPage> => pageOf(await use.readAbout(who));
  return {
    read: (who: Inside): Promise<AboutPage> => read(who),

    write: async (who: Inside, request: Request): Promise<AboutPage> => {
      const named = aboutOrganisation.safeParse((request.params as { readonly organisation?: unknown }).organisation);
      if (!named.success) throw new Refused('unknown organisation');
      const { version, ...texts } = await sentBody(request, aboutChange);
      const stored = use.writeAbout(who, Number(named.data), version, texts);
      return await orFresh(stored.then(pageOf), () => read(who));
    },
  };
};
