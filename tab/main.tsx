import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Crashed } from './notice.tsx';
import { findHost, tellCrash } from './host.ts';
import './page.css';
import './import.css';
import './results.css';
import './print.css';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no root.');

const root = createRoot(place, {
  // React takes the page down after an error nobody caught; a person must not be left with a blank tab.
  onUncaughtError: () => {
    tellCrash('The tab met an error it did not expect.');
    createRoot(place).render(<Crashed />);
  },
});
root.render(
  <StrictMode>
    <App host={findHost()} />
  </StrictMode>,
);
