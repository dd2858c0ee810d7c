import { myData, myDataErasing } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { Entered } from '../usecases/gate.ts';
import type { UseCases } from '../usecases/all.ts';

/** The buttons of "my data". */
export const myDataButtons = (use: UseCases) => {
  const shown = async (who: Entered, erased: boolean): Promise<Card> => {
    const { collaboration, member, rounds, messages, log } = await use.readMyData(who);
    const ownRounds = rounds.map(({ round, participation, answers }) => ({
      round: round.number,
      state: participation?.state,
      answers: answers.length,
    }));
    const facts = {
      language: who.language ?? collaboration.language,
      ...{ collaboration, member, rounds: ownRounds, log: log.length },
      messages: messages.filter(({ state }) => state === 'sent' || state === 'unknown').length,
    };
    return myData(facts, erased);
  };
  return {
    view: (who: Entered): Promise<Card> => shown(who, false),
    erase: async (who: Entered, confirmed: boolean): Promise<Card> => {
      if (!confirmed) {
        const { collaboration } = await use.readPlace(who);
        return myDataErasing(who.language ?? collaboration.language, collaboration.id);
      }
      await use.eraseAnswers(who);
      return await shown(who, true);
    },
  };
};
