import type { Card } from '../../adaptiveCards/parts.ts';
import { whoWeAreForm, whoWeAreNobody } from '../../adaptiveCards/who-we-are.ts';
import type { Button } from '../contracts/buttons.ts';
import type { AboutTexts } from '../domain/about.ts';
import { Refused } from '../errors.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Entered } from '../usecases/gate.ts';
import type { AboutView } from '../usecases/setup/who-we-are.ts';

/** The buttons of "who we are". */
export type AboutButton = Extract<Button, { verb: `about.${string}` }>;

export const isAbout = (pressed: Button): pressed is AboutButton => pressed.verb.startsWith('about.');

export const pressAbout = ({ readAbout, writeAbout }: Pick<UseCases, 'readAbout' | 'writeAbout'>) => {
  const formOf = (
    { language, collaboration, organisations }: AboutView,
    organisation: number | undefined,
    { typed, saved }: { readonly typed?: AboutTexts; readonly saved?: true } = {},
  ): Card => {
    const own = organisations.find((one) => one.organisation === organisation);
    if (!own?.mayWrite) return whoWeAreNobody(language, collaboration.id);
    return whoWeAreForm({
      ...{ language, collaboration: collaboration.id, version: own.version, saved },
      organisation: { id: own.organisation, name: own.name },
      texts: typed ?? own,
      now: typed === undefined ? undefined : own,
    });
  };

  return async (who: Entered, pressed: AboutButton): Promise<Card> => {
    if (pressed.verb === 'about.open') {
      const view = await readAbout(who);
      return formOf(view, view.member?.organisation);
    }
    const { organisation, seen, does, doesNot, reach } = pressed;
    const typed = { does, doesNot, reach };
    try {
      return formOf(await writeAbout(who, organisation, seen, typed), organisation, { saved: true });
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.reason !== 'changed meanwhile') throw fault;
      return formOf(await readAbout(who), organisation, { typed });
    }
  };
};
