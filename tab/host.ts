import { app, authentication } from '@microsoft/teams-js';
import { placeName, placeNamed } from '../bot/contracts/tab-place.ts';
import { type Language, languageOf, type Spoken, spokenIn } from './language.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** Teams around the page: who reads where, and in which colours. */
export interface Host {
  readonly channel: string | null;
  /** The place a link named, as the address names it after `#`; empty for the first screen. */
  readonly place: string;
  readonly language: Language;
  readonly spoken: Spoken;
  readonly theme: Theme;
  /** A fresh token for our own API; rejects with Teams' reason. */
  readonly token: () => Promise<string>;
  readonly onTheme: (changed: (theme: Theme) => void) => void;
  /** Goes where a link of Teams leads. */
  readonly open: (link: string) => void;
  readonly shown: () => void;
  /** The page itself says what is wrong; Teams must not cover it with its own error. */
  readonly refused: (sentence: string) => void;
}

const answerWithinMs = 10_000;

const themeOf = (name: string): Theme => (name === 'dark' || name === 'contrast' ? name : 'light');

/** Null when no Teams answers: the page was opened in a browser of its own, or in a frame of a stranger. */
export async function findHost(): Promise<Host | null> {
  const late = AbortSignal.timeout(answerWithinMs);
  const silence = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => {
      reject(new Error('Teams did not answer.'));
    });
  });
  try {
    await Promise.race([app.initialize(), silence]);
    app.notifyAppLoaded();
    return hostOf(await Promise.race([app.getContext(), silence]));
  } catch {
    return null;
  }
}

/** Only places there are: a link to anything else leads to the first screen. */
const linkedPlace = (subPage: string | undefined): string => placeName(placeNamed(subPage));

const asked = (what: string): string | null => new URLSearchParams(location.search).get(what);

const hostOf = ({ app: teams, channel, page }: app.Context): Host => ({
  // On a meeting's stage Teams may name no channel: then the address does, and the server checks membership as always.
  channel: channel?.id ?? asked('channel'),
  // So does the place.
  place: linkedPlace(page.subPageId) || (asked('place') ?? ''),
  language: languageOf(teams.locale),
  spoken: spokenIn(teams.locale),
  theme: themeOf(teams.theme),
  token: () => authentication.getAuthToken(),
  onTheme: (changed) => {
    app.registerOnThemeChangeHandler((name) => {
      changed(themeOf(name));
    });
  },
  open: (link) => void app.openLink(link),
  shown: () => void app.notifySuccess(),
  refused: (message) => {
    app.notifyExpectedFailure({ reason: app.ExpectedFailureReason.Other, message });
  },
});

/** An unforeseen error: now Teams may offer to reload the tab. */
export const tellCrash = (message: string): void => {
  if (app.isInitialized()) app.notifyFailure({ reason: app.FailedReason.Other, message });
};
