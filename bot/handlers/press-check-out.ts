import { checkOutClosed, checkOutMine } from '../../adaptiveCards/check-out.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import { rosterForm } from '../../adaptiveCards/roster.ts';
import type { Button } from '../contracts/buttons.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { CheckOutView } from '../usecases/check-outs/answer-check-out.ts';
import type { Entered } from '../usecases/gate.ts';
import type { UseCases } from '../usecases/all.ts';

/** The taps of a meeting's check-out. */
export type CheckOutButton = Extract<Button, { verb: `checkOut.${string}` }>;

export const isCheckOut = (pressed: Button): pressed is CheckOutButton => pressed.verb.startsWith('checkOut.');

export const checkOutCard = (who: Entered, view: CheckOutView, linkToTab: LinkToTab): Card => {
  switch (view.is) {
    case 'mine':
      return checkOutMine(view.facts, view.answer);
    case 'closed':
      return checkOutClosed(view.facts, linkToTab);
    case 'question of place': {
      const { collaboration, meeting: thenCheckOut } = view;
      const chosen = { organisation: undefined, role: undefined };
      return rosterForm({ language: who.language ?? collaboration.language, collaboration, chosen, thenCheckOut });
    }
  }
};

/** One tap: call the use case, render. Decides nothing. */
export const pressCheckOut =
  (use: Pick<UseCases, 'checkOut'>, linkToTab: LinkToTab) =>
  async (who: Entered, pressed: CheckOutButton): Promise<Card> => {
    const view = (): Promise<CheckOutView> => {
      switch (pressed.verb) {
        case 'checkOut.view':
          return use.checkOut.view(who, pressed.meeting);
        case 'checkOut.energy':
          return use.checkOut.record(who, pressed.meeting, { energy: pressed.energy });
        case 'checkOut.said':
          return use.checkOut.record(who, pressed.meeting, { said: pressed.said });
      }
    };
    return checkOutCard(who, await view(), linkToTab);
  };
