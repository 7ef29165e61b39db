import { analyse } from '../../server/src/article';
import { withSources } from '../../server/src/rules/examples';
import { judgedQuotes } from '../../server/src/rules/judged-quotes';
import { claimsToLookUp } from '../../server/src/rules/sought';
import { evidenceArticles, evidenceSources } from '../../test/fixtures/evidence';
import type { Share } from './own-articles';

/** What is reported of a quote. */
const ALARMS: ReadonlySet<string> = new Set(['altered', 'stitched', 'wrong-speaker']);

/** Quotes and claims of our own articles against transcripts and documents of our own. */
export interface EvidenceScores {
  /** Of the quotes with something wrong: found to have just that wrong with them, by kind. */
  readonly found: Readonly<Record<string, Share>>;
  /** Of the quotes with nothing wrong (word for word, edited as one may, from elsewhere): nothing reported. */
  readonly quiet: Share;
  /** Of all quotes: judged right, down to whether they were edited. */
  readonly judged: Share;
  /** Of the claims: judged right. */
  readonly claims: Share;
}

/** Scores all of them; `onMiss` hears of each that is judged otherwise. */
export function scoreEvidence(onMiss: (line: string) => void = () => {}): EvidenceScores {
  const count = (): { right: number; all: number } => ({ right: 0, all: 0 });
  const found: Record<string, { right: number; all: number }> = { altered: count(), stitched: count(), 'wrong-speaker': count() };
  const [quiet, judged, claims] = [count(), count(), count()];
  const add = (share: { right: number; all: number }, right: boolean): void => {
    share.all++;
    share.right += Number(right);
  };
  const sources = evidenceSources();
  for (const { file, format, text, expected } of evidenceArticles()) {
    const article = withSources(analyse(text, { format }), sources);
    const quotes = judgedQuotes(article);
    const facts = claimsToLookUp(article);
    for (const { right, words, offset } of expected) {
      const quote = quotes.find(({ speech }) => speech.span[0] <= offset && offset < speech.span[1]);
      const [kind = ''] = right;
      if (file.startsWith('claims')) {
        const claim = facts.find(({ claim: { span } }) => span[0] <= offset && offset < span[1]);
        const [best] = (claim && article.evidence.claims.get(claim.text)?.passages) ?? [];
        const bearing = best && best.bearing !== 'related' ? best.bearing : 'none';
        add(claims, right.includes(bearing));
        if (!right.includes(bearing)) onMiss(`${file}: “${words}…” is ${right.join(' or ')}, not ${bearing}`);
        continue;
      }
      const judgement = quote?.judgement ?? 'unread';
      const isRight = right.includes(judgement);
      add(judged, isRight);
      const wrong = found[kind];
      if (wrong) add(wrong, isRight);
      else if (!right.some((one) => ALARMS.has(one))) add(quiet, !ALARMS.has(judgement));
      if (!isRight) onMiss(`${file}: “${words}…” is ${right.join(' or ')}, not ${judgement}`);
    }
  }
  return { found, quiet, judged, claims };
}
