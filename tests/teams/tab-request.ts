import type { App } from '../walk.ts';

/** `who` asks, a person of the sample; `authorization` in place of their token. `body`: as it is sent, by POST where nothing else is said. */
export type TabRequest = {
  readonly who: string;
  readonly path: string;
  readonly body?: string | undefined;
  readonly method?: 'PUT' | undefined;
  readonly language: string;
  readonly authorization?: string | undefined;
};

/** A request of the tab to the app, and what it says to it; nothing of it is parsed yet. */
export const tabRequest = async ({ teams, url }: App, wish: TabRequest) => {
  const { who, path, body, method = 'POST', language, authorization } = wish;
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : method,
    ...(body === undefined ? {} : { body }),
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      authorization: authorization ?? `Bearer ${await teams.token(who)}`,
    },
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: JSON.parse(await response.text()) as unknown };
};

/** What a test may say of a request otherwise than it goes without saying there. */
export type How = { readonly who?: string; readonly at?: string; readonly authorization?: string; readonly language?: string };
