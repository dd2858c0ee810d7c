import { config } from 'zod';

// The page's content policy allows no compiled code; zod decides that when a shape is made, so this comes first.
config({ jitless: true });
