import type { Clock } from '../../ports/clock.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Entered } from '../gate.ts';
import { ownPseudonym } from './own-pseudonym.ts';

type Needs = { readonly store: Store; readonly pseudonyms: Pseudonyms; readonly clock: Clock };

/**
 * Erases a person's own answers in every round (GDPR article 17; method.md, P6). What was published stays as it is. In an open round
 * the person is as if just invited, and may answer anew about the same partners: in the short form whom they drew is kept until the
 * round closes, or they would count about others too. In a closed one they stay counted as having answered until the round is
 * forgotten: the count stands on a card, and one that went down would tell everybody that somebody has erased.
 * Their name is taken out of agreed actions that are closed, and of the history of those; what is open is theirs until it is handed over.
 * What they wrote silently goes while people are writing; once it is shown nobody can tell whose it was, so it stays.
 * They are taken out of who was at which meeting: the counts on the page of meetings are one less.
 * After a collaboration was closed nobody can tell which answers are whose, so they stay; names go out of every action, for none can be
 * handed over any more.
 * Two transactions, as when answering: whoever reads the database's files must not find the answers and the person in one (P11).
 * May it run twice? Yes: what is gone stays gone; after a crash in between, pressing again sets participation right and is logged.
 */
export const eraseAnswers =
  ({ store, pseudonyms, clock }: Needs) =>
  async (who: Entered): Promise<void> => {
    const respondent = await ownPseudonym({ store, pseudonyms }, who.collaboration, who.person);
    if (respondent !== undefined)
      await store.within(who.collaboration, async (unit) => {
        await unit.answers.erase(respondent);
        await unit.checkOuts.erase(respondent);
        await unit.silent.erase(respondent);
      });
    const open = await store.within(who.collaboration, async (unit) => {
      await unit.note('own answers erased', who.person, {}, clock());
      const round = await unit.rounds.latest();
      const member = await unit.members.of(who.person);
      if (member !== undefined) {
        await unit.actions.forgetInClosed(member.id);
        await unit.meetings.forgetAttendance(member.id);
      }
      if (round?.state !== 'open' || member === undefined) return undefined;
      await unit.participation.startAgain(round.number, member.id);
      const refresh = { name: 'refresh survey card', collaboration: who.collaboration, round: round.number } as const;
      await unit.enqueue(refresh, { onceWithinSeconds: 2 });
      return round.number;
    });
    // What is remembered of where they stand is replaced: their next page shall know.
    if (open !== undefined) await store.standing(who.collaboration, who.person, open);
  };
