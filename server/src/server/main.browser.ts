import type { BrowserMessageReader } from 'vscode-languageserver/browser';

/** The worker that this file runs in, as far as it is used here; the project's types are Node's, not a browser's. */
type Worker = ConstructorParameters<typeof BrowserMessageReader>[0];

interface World {
  onmessage: ((event: { data: unknown }) => void) | null;
  onRecordWeights: unknown;
}
const world = globalThis as unknown as World;

// The first message brings the weights, by the names of their files; only then may the modules run that import them (scripts/build/weights.mjs).
// What comes meanwhile waits.
const early: { data: unknown }[] = [];
world.onmessage = ({ data }) => {
  world.onRecordWeights = data;
  world.onmessage = (event) => early.push(event);
  void import('./worker').then(({ startWorkerServer }) => {
    startWorkerServer(globalThis as unknown as Worker);
    for (const event of early) world.onmessage?.(event);
  });
};
