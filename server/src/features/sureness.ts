/** The most that is ever claimed, in per cent: nothing here is certain. */
const MOST = 99;

/** How sure something is, in words and in per cent. `confidence` is 0…1. */
export function sureness(confidence: number): string {
  const percent = Math.min(MOST, Math.round(Math.max(0, Math.min(1, confidence)) * 100));
  return `${inWords(percent)} (${percent} %)`;
}

function inWords(percent: number): string {
  if (percent >= 90) return 'Very sure';
  if (percent >= 75) return 'Fairly sure';
  if (percent >= 50) return 'Not very sure';
  return 'A guess';
}
