import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { ConfigureDoor, MeDoor } from './me-door.tsx';
import type { Host, Theme } from './host.ts';
import { Loading, OpenInTeams, Trouble } from './notice.tsx';
import { Pages } from './pages.tsx';
import { configurePlace, personalPlace, usePlace } from './place.ts';
import { usePrintedTheme } from './printing.ts';
import { readerIn, ReaderContext } from './reader.ts';
import { languageOf } from './language.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** @param host settles to null outside Teams @param known what it settled to, where it has already */
export function App({ host, known }: { readonly host: Promise<Host | null>; readonly known: Host | null | undefined }) {
  const [found, setFound] = useState(known);
  const [theme, setTheme] = useState<Theme>(known?.theme ?? 'light');
  useEffect(() => {
    void host.then((answer) => {
      setFound(answer);
      if (!answer) return;
      if (answer.place !== '' && location.hash === '') location.replace(`#${answer.place}`);
      setTheme(answer.theme);
      answer.onTheme(setTheme);
    });
  }, [host]);
  const place = usePlace();
  const seen = usePrintedTheme(theme);
  const language = found?.language ?? languageOf(navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={themes[seen]} className="frame" data-theme={seen}>
      <ReaderContext value={readerIn(language, 'UTC')}>{screenOf(found, place)}</ReaderContext>
    </FluentProvider>
  );
}

function screenOf(found: Host | null | undefined, place: string): ReactNode {
  if (found === undefined) return <Loading />;
  if (found === null) return <OpenInTeams />;
  if (place === personalPlace) return <MeDoor host={found} />;
  if (place === configurePlace) return <ConfigureDoor host={found} />;
  if (found.channel === null) return <Trouble failure={{ kind: 'noChannel' }} host={found} />;
  return <Pages host={found} channel={found.channel} />;
}
