/** The weights of check-worthiness. The score is a logistic function of slope · (margin − threshold). */
export interface ClaimWeights {
  readonly slots: Int8Array;
  /** What one step of a slot's weight is worth. */
  readonly scale: number;
  readonly bias: number;
  /** The margin at which the score is 0.5. */
  readonly threshold: number;
  readonly slope: number;
}

const HEAD = 16;

/** The weights as bytes: four floats, then a byte a slot. */
export function writeClaimWeights({ slots, scale, bias, threshold, slope }: ClaimWeights): Uint8Array {
  const bytes = new Uint8Array(HEAD + slots.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [scale, bias, threshold, slope].entries()) view.setFloat32(4 * i, value, true);
  bytes.set(new Uint8Array(slots.buffer, slots.byteOffset, slots.length), HEAD);
  return bytes;
}

/** What `writeClaimWeights` wrote; null for no bytes, before the first training. */
export function readClaimWeights(bytes: Uint8Array): ClaimWeights | null {
  if (bytes.length <= HEAD) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [scale, bias, threshold, slope] = [0, 4, 8, 12].map((at) => view.getFloat32(at, true));
  return {
    slots: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD, bytes.length - HEAD),
    scale: scale ?? 0,
    bias: bias ?? 0,
    threshold: threshold ?? 0,
    slope: slope ?? 1,
  };
}
