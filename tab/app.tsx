import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Host, Theme } from './host.ts';
import { Loading, OpenInTeams, Trouble } from './notice.tsx';
import { Pages } from './pages.tsx';
import { usePrintedTheme } from './printing.ts';
import { readerIn, ReaderContext } from './reader.ts';
import { languageOf } from './words.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** @param host settles to null outside Teams */
export function App({ host }: { readonly host: Promise<Host | null> }) {
  const [found, setFound] = useState<Host | null>();
  const [theme, setTheme] = useState<Theme>('light');
  useEffect(() => {
    void host.then((answer) => {
      setFound(answer);
      if (!answer) return;
      setTheme(answer.theme);
      answer.onTheme(setTheme);
    });
  }, [host]);
  const seen = usePrintedTheme(theme);
  const language = found?.language ?? languageOf(navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={themes[seen]} className="frame" data-theme={seen}>
      <ReaderContext value={readerIn(language, 'UTC')}>{screenOf(found)}</ReaderContext>
    </FluentProvider>
  );
}

function screenOf(found: Host | null | undefined): ReactNode {
  if (found === undefined) return <Loading />;
  if (found === null) return <OpenInTeams />;
  if (found.channel === null) return <Trouble failure={{ kind: 'noChannel' }} host={found} />;
  return <Pages host={found} channel={found.channel} />;
}
