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

/** The edges of strokes from several lists, each in an order of its own, in one. Linear. */
export function edgesOf(layers: readonly Strokes[]): Float64Array {
  return layers.reduce<Float64Array>((edges, layer) => merged(edges, layer.sorted()), new Float64Array());
}

function merged(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b.slice();
  const both = new Float64Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < both.length; at++) {
    const [left, right] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    both[at] = left <= right ? left : right;
    if (left <= right) i++;
    else j++;
  }
  return both;
}

/**
 * Lays strokes, given by their edges, flat: tells of each stretch in one paint, in order and apart. Where strokes overlap, the higher paint wins. Of the
 * stretches that begin before `from` it does not tell, and of none after `tell` has said that it is enough.
 */
export function flatten(edges: Float64Array, from: number, tell: (start: number, end: number, paint: number) => boolean): void {
  const open = new Int32Array(EDGES / 2);
  let top = -1;
  let since = 0;
  for (let i = 0; i < edges.length; ) {
    const at = placeOf(edges[i] ?? 0);
    for (let edge = edges[i] ?? 0; placeOf(edge) === at; edge = edges[++i] ?? Number.NaN) {
      const layer = edge - at * EDGES;
      open[layer >> 1] = (open[layer >> 1] ?? 0) + ((layer & 1) === 1 ? 1 : -1);
    }
    let highest = open.length - 1;
    while (highest >= 0 && (open[highest] ?? 0) <= 0) highest--;
    if (highest === top) continue;
    if (top >= 0 && since >= from && tell(since, at, top)) return;
    top = highest;
    since = at;
  }
}

/**
 * Between which places edges differ from earlier ones, those behind having moved by `by`: all that lie before `first`, and all behind `last`, are the same.
 * `first` is infinite, and `last` is minus that, where none differ.
 */
export function differing(old: Float64Array, now: Float64Array, by: number): { readonly first: number; readonly last: number } {
  const shorter = Math.min(old.length, now.length);
  const moved = by * EDGES;
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && (old[old.length - 1 - tail] ?? 0) + moved === now[now.length - 1 - tail]) tail++;
  const firstOf = (edges: Float64Array): number => (head < edges.length - tail ? placeOf(edges[head] ?? 0) : Number.POSITIVE_INFINITY);
  const lastOf = (edges: Float64Array): number =>
    head < edges.length - tail ? placeOf(edges[edges.length - 1 - tail] ?? 0) : Number.NEGATIVE_INFINITY;
  return { first: Math.min(firstOf(old), firstOf(now)), last: Math.max(lastOf(old) + by, lastOf(now)) };
}

const placeOf = (edge: number): number => Math.floor(edge / EDGES);
