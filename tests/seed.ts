import fc from 'fast-check';

// CI says the same of the same code: there every property is tried with the same examples. Elsewhere with new ones each time.
if (process.env.CI) fc.configureGlobal({ seed: 20_260_309 });
