import type { Stake } from './stakes';

/** What a comparison sets apart from all others or from a group: "than any other island", "than in the rest of the country", "than men". */
const THAN_OTHERS =
  /^(?: (?:in|on|at|by|for|to|among|of|with))?(?: (?:any|all|most|every|other|others|half|twice|the (?:rest|average|national|other|next)|those|men|women|girls|boys|males?|females?|whites?|blacks?|anywhere)\b)/i;
/** What is counted or timed: "more people … than", "three times more likely". */
const COUNTED =
  /\b(?:(?:more|fewer)(?: \p{Ll}+)? \p{Ll}{3,}s|(?:more|fewer) (?:people|children|women|men|money|time|land|water|crime|power|energy)|(?:more|less) (?:likely|often|frequently|expensive|common)|likelier|twice|thrice|times|per ?cent|percent|%|\d[\d,.]*|cheaper|costlier|higher|lower|poorer|richer)\b/iu;
/** What is spent, earned, made or lost: "spends more on parking than on schools". */
const TRADED =
  /\b(?:sp(?:ends?|ent)|pa(?:ys?|id)|earn(?:s|ed)?|costs?|produc(?:es?|ed)|us(?:es?|ed)|s(?:ells?|old)|los(?:es?|t)|t(?:akes?|ook)|receiv(?:es?|ed)|gets?|got|wins?|won|kill(?:s|ed)?|owes?|owed|attract(?:s|ed)?|claim(?:s|ed)) (?:\p{L}+ ){0,3}(?:more|less|fewer)\b/iu;
/** "rather than", "more than $20 million", "less than predictive": no comparison. */
const NO_COMPARISON = /\b(?:rather|other|more|less|fewer|better|sooner) $/i;

/** Whether a comparison is one that somebody has counted or measured, and no matter of impression: "more interested in details than dazzle". */
export function isMeasured(sentence: string, { span: [start, end] }: Stake): boolean {
  const before = sentence.slice(Math.max(0, start - 90), start);
  const after = sentence.slice(end, end + 60);
  // "twice as many", "no other": the words of the stake say it themselves.
  if (/^no other$/i.test(sentence.slice(start, end))) return /^ \p{L}+ (?:in|of|has|have|is|does|do)\b/u.test(after);
  if (!/^than$/i.test(sentence.slice(start, end))) return true;
  if (THAN_OTHERS.test(after)) return !/\bmore $/i.test(before) || !/^ most\b/.test(after);
  if (TRADED.test(before)) return true;
  return !NO_COMPARISON.test(before) && COUNTED.test(before);
}
