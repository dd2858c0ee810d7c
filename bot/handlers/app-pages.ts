import type { Request, RequestHandler, Response } from 'restify';
import type { Sentence } from '../../locales/translate.ts';
import { sayIn } from '../../locales/translate.ts';
import { languageOf } from './caller.ts';

/** The addresses of the manifest that anybody may read, in Teams' store and before anybody is signed in. Not one word of any collaboration. */
const pages = {
  about: ['site.about', ['site.about.asks', 'site.about.meets', 'site.about.follows']],
  privacy: [
    'site.privacy',
    [
      ...(['site.privacy.who', 'site.privacy.answers', 'site.privacy.shown', 'site.privacy.names'] as const),
      ...(['site.privacy.rights', 'site.privacy.kept', 'site.privacy.patients', 'site.privacy.where'] as const),
    ],
  ],
  terms: ['site.terms', ['site.terms.licence', 'site.terms.questions', 'site.terms.server', 'site.terms.use']],
} as const satisfies Readonly<Record<string, readonly [Sentence, readonly Sentence[]]>>;

const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}a{color:inherit}';
const links = Object.entries(pages).map(([name, [title]]) => ({ name, title }));

const pageIn = (language: 'en' | 'nb', [title, paragraphs]: readonly [Sentence, readonly Sentence[]]): string => {
  const say = sayIn(language);
  const others = links.map((one) => `<a href="/${one.name}">${say(one.title)}</a>`).join(' · ');
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(title)}</title><style>${style}</style>`,
    `<main><h1>${say(title)}</h1>${paragraphs.map((sentence) => `<p>${say(sentence)}</p>`).join('')}</main><nav>${others}</nav></html>`,
  ].join('');
};

/** `/about`, `/privacy` and `/terms`, in the language the browser asks for. */
export const appPages: readonly (readonly [string, RequestHandler])[] = Object.entries(pages).map(([name, page]) => [
  `/${name}`,
  (request: Request, response: Response, next) => {
    const language = languageOf(request.headers['accept-language']) ?? 'en';
    response.sendRaw(200, pageIn(language, page), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      vary: 'accept-language',
    });
    next();
  },
]);
