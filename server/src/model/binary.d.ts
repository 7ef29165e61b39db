/** Trained weights, bundled as bytes (esbuild.mjs, vitest.config.mjs). */
declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
