import { host } from './first-answer.ts';
import { tellCrash } from './host.ts';
import './page.css';
import './import.css';
import './results.css';
import './print.css';

import('./main.tsx').catch(async () => {
  // Teams listens once it has answered.
  await host;
  tellCrash('The tab could not be loaded.');
});
