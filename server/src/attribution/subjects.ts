import { cueVerb } from './cue-verbs';
import { isAdverb, isVerb, type Wording, wordAt } from './wording';

export function isSubject(w: Wording, first: number, end: number): boolean {
  if (follows(w, end)) return true;
  const before = cueVerb(wordAt(w, first - 1));
  if (before && (before.uses.has('last') || before.uses.has('quote'))) return true;
  // "the club’s coach, Ana Ruiz, said"
  if (wordAt(w, end) === ',' && follows(w, end + 1)) return true;
  // "Ana Ruiz, the club’s coach, said"
  if (wordAt(w, end) !== ',' && wordAt(w, end) !== '(') return false;
  const close = wordAt(w, end) === ',' ? ',' : ')';
  for (let i = end + 1; i < end + 16 && i < w.length; i++) if (wordAt(w, i) === close) return follows(w, i + 1);
  return false;
}

function follows(w: Wording, i: number): boolean {
  let at = i;
  while (at < i + 2 && isAdverb(w, at)) at++;
  return isVerb(w, at);
}
