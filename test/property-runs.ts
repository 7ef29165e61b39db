import fc from 'fast-check';

// `npm run soak` asks for many more random cases than a property has by itself.
const runs = Number(process.env.PROPERTY_RUNS);
if (runs > 0) fc.configureGlobal({ numRuns: runs });
