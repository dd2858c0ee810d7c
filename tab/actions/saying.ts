import type { ActionChange, ActionPage } from '../../bot/contracts/actions-api.ts';

type Wish = ActionChange['change'];
/** What takes more than a press. */
export type Asked = Exclude<Wish['is'], 'on track'>;

/** Everything the fields may hold; each form shows its own. Kept while another is looked at. */
export interface Saying {
  readonly because: Extract<Wish, { is: 'stuck' }>['because'] | '';
  readonly words: string;
  readonly verdict: NonNullable<Extract<Wish, { is: 'done' }>['verdict']> | '';
  readonly keptBy: string;
  readonly due: string;
  readonly nextStep: string;
  readonly owners: readonly number[];
  readonly until: string;
  readonly why: string;
}
export const nothingSaid: Saying = {
  ...{ because: '', words: '', verdict: '', keptBy: '', due: '', nextStep: '', owners: [], until: '', why: '' },
};

/** What is sent; what is missing is for the server to say. Undefined: nothing is chosen of what has no empty value. */
export function wishOf(asked: Asked, saying: Saying, { action }: ActionPage): Wish | undefined {
  const { because, words, verdict, keptBy, due, nextStep, owners, until, why } = saying;
  switch (asked) {
    case 'done':
      return { is: 'done', ...(verdict !== '' && { verdict }), ...(verdict === 'keep' && keptBy !== '' && { keptBy }) };
    case 'stuck':
      return because === '' ? undefined : { is: 'stuck', because, words };
    case 'more time':
      return { is: 'more time', due, ...(action.kind === 'adaptive' && nextStep !== '' && { nextStep }) };
    case 'hand over':
      return { is: 'hand over', owners: [...owners] };
    case 'snooze':
      return { is: 'snooze', until, because: why };
    case 'drop':
      return { is: 'drop' };
  }
}
