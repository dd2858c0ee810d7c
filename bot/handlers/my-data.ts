import { myData } from '../../adaptiveCards/my-data.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { Entered } from '../usecases/gate.ts';
import type { OwnData } from '../usecases/privacy/read-my-data.ts';
import type { UseCases } from '../usecases/all.ts';

const cardOf = (who: Entered, own: OwnData, step: Parameters<typeof myData>[1]): Card =>
  myData(
    {
      language: who.language ?? own.collaboration.language,
      collaboration: own.collaboration,
      member: own.member,
      rounds: own.rounds.map(({ round, participation, answers }) => ({
        round: round.number,
        state: participation?.state,
        answers: answers.length,
      })),
      messages: own.messages.filter(({ state }) => state === 'sent' || state === 'unknown').length,
      log: own.log.length,
    },
    step,
  );

/** The buttons of "my data". */
export const myDataButtons = (use: UseCases) => ({
  view: async (who: Entered): Promise<Card> => cardOf(who, await use.readMyData(who), 'look'),
  erase: async (who: Entered, confirmed: boolean): Promise<Card> => {
    if (confirmed) await use.eraseAnswers(who);
    return cardOf(who, await use.readMyData(who), confirmed ? 'erased' : 'sure');
  },
});
