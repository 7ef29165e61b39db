import { keywordsOf } from './keywords';

/** Votes and polls, whose figures anybody can look up, and which an article goes on telling without naming the count each time. */
const POLL =
  /\b(?:polls?|polled|polling|pollsters?|respondents|of the votes?|voters|electorate|turnout|delegates|superdelegates|primaries|(?:democratic|republican|gop|presidential) primary|caucus(?:es)?|precincts|referendum|approval rating|(?:un)?favou?rab(?:ility|le rating)|margin of error|undecided)\b/i;
/** "36 percent to 51 percent", "42%-49%", "leads by 4 points". */
const SCORE =
  /(?<!from |from about |from nearly )\b\d+(?:\.\d+)? ?(?:%|percent|per cent)? ?(?:to|-|–) ?\d+(?:\.\d+)? ?(?:%|percent|per cent)|\bsits? at\b|\b(?:leads?|leading|trails?|trailing) (?:by|with) \d/i;

/** Whether a share is the result of a vote or a poll, by its own sentence or by those right before it. */
export const isResult = (sentence: string, before: string): boolean => POLL.test(sentence) || SCORE.test(sentence) || POLL.test(before);

/** Figures that somebody is named for: what comes right after goes on with them. */
const SOURCED_FIGURES =
  /(?:\d|\bper ?cent\b|\bpercent\b|\bhalf\b|\bthird\b)[^\n]{0,400}\b(?:according to|survey|study|analysis|data|figures|estimates?|report(?:ed)?|statistics|said|says|found|shows?)\b|\b(?:according to|survey|study|analysis|data|figures|estimates?|report(?:ed)?|statistics|said|says|found|shows?)\b[^\n]{0,400}(?:\d|\bper ?cent\b|\bpercent\b|\bhalf\b|\bthird\b)/i;

/** Whether the words right before a figure name whoever counts such figures, and speak of the same things. */
export function goesOnCounting(sentence: string, before: string): boolean {
  if (!SOURCED_FIGURES.test(before)) return false;
  const known = keywordsOf(before);
  let shared = 0;
  for (const word of keywordsOf(sentence)) if (!/\d/.test(word) && known.has(word)) shared++;
  return shared >= ENOUGH;
}

/** So many words in common make it the same subject. */
const ENOUGH = 2;
