/** Put in by esbuild.mjs, from package.json. */
declare const ON_RECORD_VERSION: string | undefined;

/** The version that this server says it is; of a build, package.json's. */
export const version: string = typeof ON_RECORD_VERSION === 'string' ? ON_RECORD_VERSION : 'unbuilt';
