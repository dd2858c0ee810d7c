export type Language = 'en' | 'nb';

/** Teams gives a locale such as `nb-no` or `en-us`; every form of Norwegian reads bokmål, everybody else English. */
export const languageOf = (locale: string): Language => (/^(nb|nn|no)\b/i.test(locale) ? 'nb' : 'en');

/** What Teams speaks, as the server is told: one of ours, or `*`, any: it answers in English then, and does not take English for theirs. */
export type Spoken = Language | '*';

export const spokenIn = (locale: string): Spoken => {
  const language = languageOf(locale);
  return language === 'en' && !/^en\b/i.test(locale) ? '*' : language;
};
