/** How sure something is, in words and in per cent. `confidence` is 0…1. */
export function sureness(confidence: number): string {
  const percent = Math.round(Math.max(0, Math.min(1, confidence)) * 100);
  return `${inWords(percent)} (${percent} %)`;
}

function inWords(percent: number): string {
  if (percent >= 90) return 'very sure';
  if (percent >= 75) return 'fairly sure';
  if (percent >= 50) return 'not very sure';
  return 'a guess';
}
