import { app } from '@microsoft/teams-js';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** What no tab of this kind can do without: React, Teams initialised, one sentence on the page. */
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no root.');
const root = createRoot(place);
await app.initialize();
await app.getContext();
root.render(createElement('main', null, createElement('h1', null, 'Here')));
