/**
 * What the message extension offers, as the app's manifest says it to Teams, which shows these words before it asks us anything. Teams
 * has room for 32 characters of a title and 128 of a description.
 */
export const agreeCommand = 'agreeAction';
export const searchCommand = 'search';
export const searchParameter = 'text';

type Words = { readonly en: string; readonly nb: string };

type Command = {
  readonly id: string;
  /** `action`: opens a form that is fetched from us; `query`: a search. */
  readonly type: 'action' | 'query';
  readonly context: readonly ('message' | 'compose' | 'commandBox')[];
  readonly title: Words;
  readonly description: Words;
  /** Teams asks at once, before anything is typed. */
  readonly initialRun?: true;
  readonly parameters?: readonly { readonly name: string; readonly title: Words; readonly description: Words }[];
};

export const extensionCommands: readonly Command[] = [
  {
    id: agreeCommand,
    type: 'action',
    context: ['message', 'compose', 'commandBox'],
    title: { en: 'Agree an action', nb: 'Avtal et tiltak' },
    description: {
      en: 'What is to be done, by whom and until when; from a message, with a link back to it',
      nb: 'Hva som skal gjøres, av hvem og når; fra en melding, med lenke tilbake til den',
    },
  },
  {
    id: searchCommand,
    type: 'query',
    context: ['compose', 'commandBox'],
    title: { en: 'Find actions and results', nb: 'Finn tiltak og resultater' },
    description: {
      en: 'Actions, rounds and published results of your collaboration, to put into a message',
      nb: 'Tiltak, runder og publiserte resultater fra samarbeidet, til å sette inn i en melding',
    },
    initialRun: true,
    parameters: [
      {
        name: searchParameter,
        title: { en: 'Find', nb: 'Finn' },
        description: { en: 'Part of an action, an organisation, a round', nb: 'Del av et tiltak, en organisasjon, en runde' },
      },
    ],
  },
];
