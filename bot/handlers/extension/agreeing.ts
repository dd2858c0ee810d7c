import { actionCard } from '../../../adaptiveCards/action.ts';
import { actionWhere } from '../../../adaptiveCards/action-form.ts';
import { addHere } from '../../../adaptiveCards/add-here.ts';
import { found } from '../../../adaptiveCards/found.ts';
import type { Card } from '../../../adaptiveCards/parts.ts';
import { sayIn } from '../../../locales/translate.ts';
import { buttonData } from '../../contracts/buttons.ts';
import type { LinkToTab } from '../../contracts/deep-link.ts';
import { appAdded, fetchTask, submitAction } from '../../contracts/extension.ts';
import type { FetchTask } from '../../contracts/extension.ts';
import { actionLimits } from '../../domain/actions/agreeing.ts';
import { messageLink } from '../../domain/actions/message-link.ts';
import { messageText } from '../../domain/message-text.ts';
import { looksLikePatientData } from '../../domain/patient-data.ts';
import { Refused } from '../../errors.ts';
import type { UseCases } from '../../usecases/all.ts';
import type { Where } from '../../usecases/extension/where.ts';
import type { Caller, Entered } from '../../usecases/gate.ts';
import { atHomeOnly } from '../../usecases/gate.ts';
import { factsOf, wishOf } from '../press-action.ts';
import type { Agreeing } from '../press-action.ts';
import { readButton } from '../press-button.ts';
import type { Pressed } from '../press-button.ts';
import type { Button } from '../../contracts/buttons.ts';
import { attachment, dialog, results, said } from './answers.ts';
import type { Answer } from './answers.ts';

type Needs = {
  readonly use: Pick<UseCases, 'where' | 'enter' | 'agreeAction' | 'readAction'>;
  readonly press: (caller: Caller, pressed: Button) => Promise<Pressed>;
  readonly linkToTab: LinkToTab;
};

/** Who asks, whether the app is in the channel they ask in, and how a card is posted there. */
export type Asking = {
  readonly caller: Caller;
  readonly isHere: boolean;
  readonly inChannel: boolean;
  readonly post: (card: Card) => Promise<void>;
};

type Form = { readonly text?: string; readonly link?: string };

const titleFor = ({ language }: Caller): string => sayIn(language ?? 'en')('action.agree');

/** What the form begins with. A message with a patient's number in it is not copied; the form says why, and is empty. */
const prefilled = ({ messagePayload }: FetchTask): { readonly form: Form; readonly refused: boolean } => {
  const { body, linkToMessage } = messagePayload ?? {};
  const text = messageText({ isHtml: body?.contentType !== 'text', content: body?.content ?? '' }, actionLimits.text);
  const link = messageLink(linkToMessage ?? '');
  const refused = looksLikePatientData(text);
  return { form: { ...(text === '' || refused ? {} : { text }), ...(link === undefined ? {} : { link }) }, refused };
};

/** What may be pressed in the dialog: the form, and first the question it may need. */
const inTheDialog: readonly Button['verb'][] = ['action.form', 'action.agree', 'roster.open', 'roster.save'];

const callerIn = (place: Where): Caller => (place.is === 'here' ? place.who : place.caller);

/** The command "Agree an action": its form in a dialog, and what comes of it. */
export const agreeing = ({ use, press, linkToTab }: Needs) => {
  const shown = async (caller: Caller, pressed: Button, trouble?: string): Promise<Answer> =>
    dialog(titleFor(caller), (await press(caller, pressed)).mine, trouble);

  /** The form, or what is in its way. */
  const opened = async ({ caller, isHere, inChannel }: Asking, task: FetchTask): Promise<Answer> => {
    const language = caller.language ?? 'en';
    const say = sayIn(language);
    const { form, refused } = prefilled(task);
    const trouble = refused ? say('refused.looks like patient data') : undefined;
    const formOf = (collaboration: string): Button =>
      readButton(buttonData({ verb: 'action.form', kind: 'quick win', collaboration, ...form }));
    const place = await use.where(caller);
    if (place.is === 'here') return await shown(place.who, formOf(place.who.collaboration), trouble);
    const { collaborations, unchecked, more } = place.own;
    const [only] = collaborations;
    if (only === undefined) {
      if (unchecked > 0) throw new Refused('Teams does not answer');
      return inChannel && !isHere ? dialog(titleFor(caller), addHere(language)) : said(say('extension.none'));
    }
    if (collaborations.length === 1 && unchecked === 0 && !more)
      return await shown(place.caller, formOf(only.collaboration.id), trouble);
    const choice = actionWhere(
      language,
      collaborations.map(({ collaboration }) => collaboration),
      form,
    );
    return dialog(titleFor(caller), choice, trouble);
  };

  /**
   * Agreed: in the home channel, and from a message in a channel of the collaboration, its card is posted there, once; from everywhere
   * else it is put into the message that is being written, which nobody need send. May it run twice? Yes: the answer is the same, and only the first posts.
   */
  const agreed = async (
    who: Entered,
    pressed: Agreeing,
    here: boolean,
    fromMessage: boolean,
    { post }: Asking,
  ): Promise<Answer> => {
    const { action, isNew, atHome } = await use.agreeAction(
      who,
      pressed.request,
      wishOf(pressed),
      here ? who.channel : undefined,
    );
    const view = await use.readAction(who, action.id);
    const card = actionCard({ ...factsOf(view), language: view.collaboration.language, action: view.action });
    if (atHome || (here && fromMessage)) {
      if (isNew) await post(card);
      return said(sayIn(view.language)('extension.agreed'));
    }
    const finding = {
      collaboration: view.collaboration,
      here,
      people: view.members,
      found: { is: 'action', action: view.action },
    } as const;
    return results([attachment(view.language, finding, here ? card : found(finding, linkToTab))]);
  };

  const submitted = async (asking: Asking, value: unknown): Promise<Answer> => {
    const read = submitAction.safeParse(value);
    if (!read.success) throw new Refused('not understood');
    if (appAdded.safeParse(read.data.data).success) return await opened(asking, read.data);
    const pressed = readButton(read.data.data);
    if (!inTheDialog.includes(pressed.verb)) throw new Refused('not understood');
    const place = await use.where(asking.caller);
    const caller = callerIn(place);
    if (pressed.verb === 'roster.save') {
      await press(caller, pressed);
      return await opened(asking, read.data);
    }
    if (pressed.verb !== 'action.agree') return await shown(caller, pressed);
    const fromMessage = read.data.commandContext === 'message';
    try {
      return await agreed(
        atHomeOnly(await use.enter(caller, pressed.collaboration)),
        pressed,
        place.is === 'here',
        fromMessage,
        asking,
      );
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      // What was typed is kept, and the sentence stands above it; where there is no form any more, that is said instead.
      const form = readButton({ ...pressed, owners: pressed.owners.join(','), verb: 'action.form' });
      return await shown(caller, form, sayIn(caller.language ?? 'en')(`refused.${fault.reason}`));
    }
  };

  return {
    fetched: async (asking: Asking, value: unknown): Promise<Answer> => {
      const read = fetchTask.safeParse(value);
      if (!read.success) throw new Refused('not understood');
      return await opened(asking, read.data);
    },
    submitted,
  };
};
