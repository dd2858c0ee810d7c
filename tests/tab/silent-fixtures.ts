import { type SilentPage, silentPage } from '../../bot/contracts/silent-api.ts';

type Writing = Extract<SilentPage, { is: 'writing' }>;
type Shown = Extract<SilentPage, { is: 'shown' }>;

/** People are writing, and too few have for a count. */
export const writingOf = (more: Partial<Writing> = {}): SilentPage =>
  silentPage.parse({
    ...{ is: 'writing', question: 'help here', k: 5, mayWrite: true, written: null, own: null },
    ...more,
  });

/** All texts, and turns of four organisations. */
export const shownTextsOf = (more: Partial<Shown> = {}): SilentPage =>
  silentPage.parse({
    ...{ is: 'shown', question: 'help here', k: 5 },
    texts: [
      'One phone number that is answered after three in the afternoon.',
      'That we know by noon who comes home tomorrow.\nToday we hear it from the driver.',
      '<b>Fewer</b> forms',
      'Somebody at the welfare office whom we may call by name.',
      'To be asked before it is decided.',
      'That the list of medicines is the same at both ends, every time, also on Fridays and before holidays when everybody hurries home.',
    ],
    turns: [['3', '1', '4', '2'], ['3', '1', '2'], ['1']],
    ...more,
  });
