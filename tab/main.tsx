import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Crashed } from './notice.tsx';
import { answeredWithin, host, knownHost } from './first-answer.ts';
import { tellCrash } from './host.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no root.');

const root = createRoot(place, {
  // React takes the page down after an error nobody caught; a person must not be left with a blank tab.
  onUncaughtError: () => {
    tellCrash('The tab met an error it did not expect.');
    createRoot(place).render(<Crashed />);
  },
});
// Where Teams and the server answer at once, nothing is drawn that would be gone in a moment, least of all in the wrong colours.
void answeredWithin(200).then(() => {
  root.render(
    <StrictMode>
      <App host={host} known={knownHost()} />
    </StrictMode>,
  );
});
