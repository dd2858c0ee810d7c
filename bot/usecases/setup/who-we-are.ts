import type { About, AboutTexts } from '../../domain/about.ts';
import { inLines, longestAbout, sameTexts } from '../../domain/about.ts';
import type { Collaboration, Language, Member, Organisation } from '../../domain/collaboration.ts';
import { looksLikePatientData } from '../../domain/patient-data.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { refuseClosed } from '../gate.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

export type AboutOrganisation = About & { readonly name: string; readonly left: boolean; readonly mayWrite: boolean };

export type AboutView = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly member: Member | undefined;
  /** In the order of set-up, also those that have left. */
  readonly organisations: readonly AboutOrganisation[];
};

const unwritten = { version: 0, does: '', doesNot: '', reach: '' } as const;

/** Its own people, and integration managers; nobody for one that has left. */
const mayWrite = (member: Member | undefined, organisation: Organisation): boolean =>
  member !== undefined && isHere(organisation) && (member.integrationManager || member.organisation === organisation.id);

const viewOf = async (unit: Unit, who: Inside): Promise<AboutView> => {
  const collaboration = await unit.collaboration();
  const member = await unit.members.of(who.person);
  const known = await unit.about.all();
  const organisations = collaboration.organisations.map((one) => ({
    ...(known.find(({ organisation }) => organisation === one.id) ?? { organisation: one.id, ...unwritten }),
    name: one.name,
    left: !isHere(one),
    mayWrite: who.through === undefined && collaboration.closed === undefined && mayWrite(member, one),
  }));
  return { language: who.language ?? collaboration.language, collaboration, member, organisations };
};

const acceptable = (written: string): string => {
  const text = inLines(written);
  if (text.length > longestAbout) throw new Refused('text too long');
  if (looksLikePatientData(text)) throw new Refused('looks like patient data');
  return text;
};

/** What every organisation says about itself, for everybody in the channel (product.md, section 1). Changes nothing. */
export const readAbout =
  ({ store }: Pick<Needs, 'store'>) =>
  (who: Inside): Promise<AboutView> =>
    store.within(who.collaboration, (unit) => viewOf(unit, who));

/**
 * By somebody who answers for the organisation, or an integration manager, from the version they saw; what somebody else wrote meanwhile
 * is never overwritten unseen. The log has what was before. May it run twice? Yes: the same texts again change nothing.
 */
export const writeAbout =
  ({ store, clock }: Needs) =>
  (who: Inside, organisation: number, version: number, written: AboutTexts): Promise<AboutView> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const view = await viewOf(unit, who);
      refuseClosed(view.collaboration);
      const before = view.organisations.find((one) => one.organisation === organisation);
      if (before === undefined || before.left) throw new Refused('unknown organisation');
      if (!before.mayWrite) throw new Refused('only own organisation');
      const { does, doesNot, reach } = written;
      const is = { does: acceptable(does), doesNot: acceptable(doesNot), reach: acceptable(reach) };
      if (!sameTexts(is, before)) {
        if (before.version !== version) throw new Refused('changed meanwhile');
        await unit.about.put({ organisation, version: version + 1, ...is });
        const was = { does: before.does, doesNot: before.doesNot, reach: before.reach };
        await unit.note('who we are changed', who.person, { organisation, was, is }, clock());
      }
      return await viewOf(unit, who);
    });
