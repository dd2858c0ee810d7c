import type { Collaboration, Language } from '../bot/domain/collaboration.ts';
import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import { sayIn } from '../locales/translate.ts';
import { button, card, moment, opening, plain, quiet, shortName, text, title, warning } from './parts.ts';

/** Posted in a channel: the way to what integration managers alone may see. */
export const sendingDesk = (language: Language, collaboration: string) => {
  const say = sayIn(language);
  return card(
    [title(say('sending.desk.title')), text(say('sending.desk.text'))],
    [button(say('sending.desk.open'), { verb: 'sending.view', collaboration })],
  );
};

/** Whether messages go out, and the switch. `by`: a name. */
export const sendingSwitch = (facts: {
  readonly language: Language;
  readonly collaboration: Pick<Collaboration, 'id' | 'zone' | 'homeChannel'>;
  readonly stopped: { readonly since: Date; readonly by?: string } | undefined;
  readonly linkToTab: LinkToTab;
}) => {
  const { language, collaboration, stopped, linkToTab } = facts;
  const say = sayIn(language);
  const pointer = { collaboration: collaboration.id };
  const list = opening(say('digest.deliveries'), linkToTab(collaboration.homeChannel, { is: 'deliveries' }));
  if (stopped === undefined)
    return card(
      [title(say('sending.title.going')), text(say('sending.text.going'))],
      [button(say('sending.stop'), { verb: 'sending.stop', ...pointer }), list],
    );
  const at = moment(stopped.since, collaboration.zone, language);
  return card(
    [
      title(say('sending.title.stopped')),
      warning(
        stopped.by === undefined
          ? say('sending.since', { at })
          : say('sending.sinceBy', { at, name: plain(shortName(stopped.by)) }),
      ),
      quiet(say('sending.text.stopped')),
    ],
    [button(say('sending.start'), { verb: 'sending.start', ...pointer }, { primary: true }), list],
  );
};
