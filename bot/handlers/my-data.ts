import { myData, myDataErasing } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { Entered } from '../usecases/gate.ts';
import type { UseCases } from '../usecases/all.ts';

/** The buttons of "my data". */
export const myDataButtons = (use: UseCases) => {
  const shown = async (who: Entered, erased: boolean): Promise<Card> => {
    const { collaboration, member, rounds, questions, actions, meetings, messages, log } = await use.readMyData(who);
    const ownRounds = rounds.map(({ round, participation, answers, drawn }) => ({
      round: round.number,
      state: participation?.state,
      answers: answers.length,
      drawn: drawn?.length,
      // Whom they are asked about in an open round is kept with it.
      erasable: answers.length > 0 || (drawn !== undefined && round.state === 'closed'),
    }));
    const facts = {
      language: who.language ?? collaboration.language,
      ...{ collaboration, member, rounds: ownRounds, questions: questions.length, actions: actions.length, log: log.length },
      meetings: meetings.length,
      messages: messages.filter(({ state }) => state === 'sent' || state === 'unknown').length,
    };
    return myData(facts, erased);
  };
  return {
    view: (who: Entered): Promise<Card> => shown(who, false),
    erase: async (who: Entered, confirmed: boolean): Promise<Card> => {
      if (!confirmed) {
        const { collaboration } = await use.readMyData(who);
        return myDataErasing(who.language ?? collaboration.language, collaboration);
      }
      await use.eraseAnswers(who);
      return await shown(who, true);
    },
  };
};
