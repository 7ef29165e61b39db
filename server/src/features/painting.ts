import type { Span } from '../text/span';

/** How many edges there can be at one place: opened and closed, of eight paints. */
const EDGES = 16;

/** By how many places edges may be out of order on the average before they are rather sorted all at once. */
const DISORDER = 16;
const FEW = 1024;

/**
 * Strokes of paint, from 0 to 7, that come nearly in order. Thousands are laid at every keystroke: where one begins or ends is one number, of the place,
 * the paint, and whether it begins there, and is put in order as it comes.
 */
export class Strokes {
  private edges = new Float64Array(FEW);
  private count = 0;
  private moves = 0;
  private isSorted = true;

  /** Lays a stroke; one of no length leaves no paint. */
  add([start, end]: Span, paint: number): void {
    if (start >= end) return;
    this.put(start * EDGES + paint * 2 + 1);
    this.put(end * EDGES + paint * 2);
  }

  /** All edges, in order. */
  sorted(): Float64Array {
    const edges = this.edges.subarray(0, this.count);
    if (!this.isSorted) edges.sort();
    this.isSorted = true;
    return edges;
  }

  private put(edge: number): void {
    if (this.count === this.edges.length) {
      const more = new Float64Array(this.count * 2);
      more.set(this.edges);
      this.edges = more;
    }
    const { edges } = this;
    let at = this.count++;
    if (this.isSorted) {
      for (; at > 0 && (edges[at - 1] ?? 0) > edge; at--, this.moves++) edges[at] = edges[at - 1] ?? 0;
      this.isSorted = this.moves <= (this.count + FEW) * DISORDER;
    }
    edges[at] = edge;
  }
}

/**
 * Lays strokes over one another flat: tells of each stretch in one paint, in order and apart. Where strokes overlap, the higher paint wins. `layers` are
 * any number of them, each in an order of its own.
 */
export function flatten(layers: readonly Strokes[], tell: (start: number, end: number, paint: number) => void): void {
  const rows = layers.map((layer) => layer.sorted());
  const next = rows.map(() => 0);
  const open = new Int32Array(EDGES / 2);
  let top = -1;
  let from = 0;
  for (;;) {
    let at = Number.POSITIVE_INFINITY;
    for (let r = 0; r < rows.length; r++) at = Math.min(at, placeOf(rows[r]?.[next[r] ?? 0] ?? Number.POSITIVE_INFINITY));
    if (at === Number.POSITIVE_INFINITY) return;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r] ?? [];
      let i = next[r] ?? 0;
      for (; i < row.length && placeOf(row[i] ?? 0) === at; i++) {
        const edge = (row[i] ?? 0) % EDGES;
        open[edge >> 1] = (open[edge >> 1] ?? 0) + ((edge & 1) === 1 ? 1 : -1);
      }
      next[r] = i;
    }
    let highest = open.length - 1;
    while (highest >= 0 && (open[highest] ?? 0) <= 0) highest--;
    if (highest === top) continue;
    if (top >= 0) tell(from, at, top);
    top = highest;
    from = at;
  }
}

const placeOf = (edge: number): number => Math.floor(edge / EDGES);
