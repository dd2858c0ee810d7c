import type { Language } from '../bot/domain/collaboration.ts';
import { zoneNames } from '../bot/domain/zones.ts';
import { sayIn } from '../locales/translate.ts';
import { button, card, choiceSet, quiet, title } from './parts.ts';

/** What set-up asks, and nothing else is required to start. `nextMeeting`: proposed date, YYYY-MM-DD. */
export const setUpForm = (facts: {
  readonly language: Language;
  readonly nextMeeting: string;
  readonly zone: string | undefined;
}) => {
  const say = sayIn(facts.language);
  const required = { isRequired: true } as const;
  const languages = (['en', 'nb'] as const).map((language) => ({ title: say(`language.${language}`), value: language }));
  const zones = zoneNames.map((zone) => ({ title: zone, value: zone }));
  const usual = facts.language === 'nb' ? 'Europe/Oslo' : 'Europe/London';
  const home = zoneNames.find((zone) => zone === facts.zone) ?? usual;
  return card(
    [
      title(say('setup.title')),
      {
        type: 'Input.Text',
        id: 'purpose',
        label: say('setup.purpose'),
        placeholder: say('setup.purposeHint'),
        maxLength: 300,
        ...required,
        errorMessage: say('setup.purposeError'),
      },
      {
        type: 'Input.Text',
        id: 'organisations',
        isMultiline: true,
        label: say('setup.organisations'),
        placeholder: say('setup.organisationsHint'),
        maxLength: 4000,
        ...required,
        errorMessage: say('setup.organisationsError'),
      },
      {
        type: 'Input.Date',
        id: 'nextMeeting',
        label: say('setup.nextMeeting'),
        value: facts.nextMeeting,
        ...required,
        errorMessage: say('setup.nextMeetingError'),
      },
      quiet(say('setup.survey')),
      choiceSet({
        id: 'language',
        label: say('setup.language'),
        error: say('setup.language'),
        choices: languages,
        value: facts.language,
      }),
      choiceSet({ id: 'zone', label: say('setup.zone'), error: say('setup.zone'), choices: zones, value: home }),
      quiet(say('setup.patients')),
    ],
    [button(say('setup.save'), { verb: 'setup.save' }, { primary: true })],
  );
};
