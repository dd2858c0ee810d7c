/** The words people write to the bot, in both languages. */
const commands = {
  setup: ['setup', 'set up', 'oppsett', 'sett opp'],
  roster: ['roster', 'members', 'deltakere', 'medlemmer'],
  survey: ['survey', 'round', 'undersøkelse', 'runde'],
  question: ['question', 'questions', 'spørsmål'],
  'who we are': ['who we are', 'hvem vi er'],
  action: ['action', 'actions', 'tiltak'],
  'my actions': ['my actions', 'mine tiltak'],
  messages: ['messages', 'stop', 'stop messages', 'meldinger', 'stans', 'stans meldinger'],
  'my data': ['my data', 'mine data'],
  help: ['help', 'hjelp'],
} as const;
export type Command = keyof typeof commands;

/** The command in a message, its mention of the bot (`<at>...</at>`) left out; anything else asks for help. */
export const commandIn = (text: string): Command => {
  const words = text
    .replace(/<at(\s[^<>]*)?>[^<]*<\/at>/g, ' ')
    .replace(/(&nbsp;|\s)+/g, ' ')
    .trim()
    .toLowerCase();
  const known = Object.entries(commands).find(([, names]) => (names as readonly string[]).includes(words));
  return known === undefined ? 'help' : (known[0] as keyof typeof commands);
};
