import { rosterCounts, rosterPeople, rosterPerson } from '../../adaptiveCards/correct-roster.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { Button } from '../contracts/buttons.ts';
import type { Entered } from '../usecases/gate.ts';
import type { UseCases } from '../usecases/all.ts';

/** The buttons by which an integration manager corrects the roster. */
export type Correction = Extract<Button, { verb: `correct.${string}` }>;

export const isCorrection = (pressed: Button): pressed is Correction => pressed.verb.startsWith('correct.');

export const pressCorrection =
  ({ readRoster, correctRoster }: Pick<UseCases, 'readRoster' | 'correctRoster'>) =>
  async (who: Entered, pressed: Correction): Promise<Card> => {
    switch (pressed.verb) {
      case 'correct.open':
        return rosterCounts(await readRoster.overview(who));
      case 'correct.people':
        return rosterPeople({ ...(await readRoster.people(who, pressed.group, pressed.page)), group: pressed.group });
      case 'correct.person':
        return rosterPerson(await readRoster.person(who, pressed.member), false);
      case 'correct.place':
        return rosterPerson(await correctRoster.place(who, pressed.member, pressed), true);
      case 'correct.remove':
        return rosterPerson(await correctRoster.remove(who, pressed.member), true);
      case 'correct.manager':
        return rosterPerson(await correctRoster.setIntegrationManager(who, pressed.member, pressed.is), true);
      case 'correct.chair':
        return rosterPerson(await correctRoster.setChair(who, pressed.member, pressed.is), true);
    }
  };
