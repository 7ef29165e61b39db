/** Below mocha's own patience, so that a wait that fails can say for what. */
const PATIENCE = 20_000;

/**
 * Asks until there is an answer.
 * @param wanted named where it never comes
 * @param ask null for “not yet”
 */
export async function until<T>(wanted: string, ask: () => T | null | PromiseLike<T | null>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`Waited for ${wanted}, for ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
