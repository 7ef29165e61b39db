/**
 * What pdf.js wants of a browser as it starts, though nothing is drawn here; and everything by which a thread could reach out is taken away, whatever a
 * document makes the library do.
 */
class Nothing {}

const world: Record<string, unknown> = globalThis as never;
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= Nothing;

/** Closes every way from this thread into a network. */
export function closeTheWaysOut(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, name);
}
