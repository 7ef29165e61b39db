/** Mixes two numbers into one of 32 bits, as an unsigned integer would be; the result may be negative. */
export const mix = (a: number, b: number): number => {
  const x = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return x ^ (x >>> 15);
};
