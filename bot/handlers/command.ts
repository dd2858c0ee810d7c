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
  link: ['link', 'koble til'],
  unlink: ['unlink', 'koble fra'],
} as const;
export type Command = keyof typeof commands;

/** Its mention of the bot (`<at>...</at>`) left out. */
const wordsIn = (text: string): string =>
  text
    .replace(/<at(\s[^<>]*)?>[^<]*<\/at>/g, ' ')
    .replace(/(&nbsp;|\s)+/g, ' ')
    .trim()
    .toLowerCase();

/** What stands behind *link*; undefined: nothing does, or it is not what is said. */
export const linkCodeIn = (text: string): string | undefined => {
  const words = wordsIn(text);
  const link = commands.link.find((name) => words.startsWith(`${name} `));
  return link === undefined ? undefined : words.slice(link.length + 1).trim();
};

/** The command in a message; anything else asks for help. */
export const commandIn = (text: string): Command => {
  const words = wordsIn(text);
  if (linkCodeIn(text) !== undefined) return 'link';
  const known = Object.entries(commands).find(([, names]) => (names as readonly string[]).includes(words));
  return known === undefined ? 'help' : (known[0] as keyof typeof commands);
};
