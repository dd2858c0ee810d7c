export type Language = 'en' | 'nb';

/** Teams gives a locale such as `nb-no` or `en-us`; every form of Norwegian reads bokmål, everybody else English. */
export const languageOf = (locale: string): Language => (/^(nb|nn|no)\b/i.test(locale) ? 'nb' : 'en');
