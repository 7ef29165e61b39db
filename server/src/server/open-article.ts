import type { Placed } from '../annotations/annotation';
import type { PlacedVerdict } from '../annotations/verdicts';
import { withEvidence } from '../article';
import { type Evidence, isSameEvidence } from '../evidence/evidence';
import { spokenQuotes } from '../features/spoken-quotes';
import { type Configuration, UNCONFIGURED } from '../rules/checking';
import type { Article, Finding, Hint, Lens, Service } from '../service';
import { formatOfLanguage } from '../text/formats';
import type { Span } from '../text/span';
import type { OpenDocument } from './document';
import { type Move, Quiet } from './quiet';
import { Settled } from './settled';
import { type Circumstances, type Counts, judge, type Verdict } from './state';

/** An open document with what has been made of it: analysed at most once a version, and only when somebody asks. */
export class OpenArticle {
  readonly quiet = new Quiet();
  /** The names that are shown between its words. */
  readonly hints = new Settled<Hint>((hint, moved) => ({ ...hint, target: hint.target && moved(hint.target) }));
  /** The lines over its paragraphs. */
  readonly lenses = new Settled<Lens>((lens, moved) => ({ ...lens, places: lens.places.map(moved) }));
  private configuration: Configuration = UNCONFIGURED;
  private article: Article | null = null;
  private evidence: Evidence | null = null;
  /** The article with what the documents beside it say. */
  private informed: Article | null = null;
  private analysed: OpenDocument | null = null;
  private verdicts: readonly PlacedVerdict[] = [];
  private counted: { readonly article: Article; readonly findings: readonly Finding[]; readonly counts: Counts } | null = null;
  private judged: { readonly document: OpenDocument; readonly verdict: Verdict } | null = null;

  constructor(
    private readonly service: Service,
    public document: OpenDocument,
    /** What people have added to it, where that lies now. */
    readonly annotations: () => readonly Placed[] = () => [],
  ) {}

  /** Takes the document's next version. `now`: milliseconds of any clock. */
  update(document: OpenDocument, now: number): void {
    const before = this.document;
    this.document = document;
    if (document.text === before.text) return;
    const move = moveBetween(before, document);
    if (document.touched) this.quiet.moved(move, now);
    this.hints.moved(move);
    this.lenses.moved(move);
  }

  /** Whether this document is read, by its text and its circumstances; judged once a version. */
  verdict(circumstances: Omit<Circumstances, 'wasOn' | 'formats'>): Verdict {
    if (this.judged?.document !== this.document) {
      const wasOn = this.judged?.verdict.state === 'on';
      this.judged = {
        document: this.document,
        verdict: judge(this.document, { ...circumstances, wasOn, formats: this.configuration.settings.formats }),
      };
    }
    return this.judged.verdict;
  }

  /** Whether it was read when it was last judged. */
  isOn(): boolean {
    return this.judged?.verdict.state === 'on';
  }

  /** Judge it afresh: settings have changed, or the person has said something of this file. */
  rejudge(): void {
    this.judged = null;
    this.hints.forget();
    this.lenses.forget();
  }

  /** What holds when it is checked. */
  configure(configuration: Configuration): void {
    if (configuration.settings.formats.join() !== this.configuration.settings.formats.join()) this.judged = null;
    this.configuration = configuration;
  }

  /** What people have judged of the current version. */
  judge(verdicts: readonly PlacedVerdict[]): void {
    this.verdicts = verdicts;
  }

  /** The article at the current version. */
  read(): Article {
    if (!this.article || this.analysed !== this.document || this.article.verdicts !== this.verdicts) {
      const format = formatOfLanguage(this.document.languageId).id;
      const options = { format, previous: this.article ?? undefined, verdicts: this.verdicts } as const;
      this.article = this.service.analyse(this.document.text, options, this.document.lines);
      this.analysed = this.document;
      this.informed = null;
    }
    this.informed ??= this.evidence ? withEvidence(this.article, this.evidence) : this.article;
    return this.informed;
  }

  /** Takes what the documents beside the article say; null where there are none. Whether that is news. */
  know(evidence: Evidence | null): boolean {
    if (evidence === null ? this.evidence === null : this.evidence !== null && isSameEvidence(this.evidence, evidence)) return false;
    this.evidence = evidence;
    this.informed = null;
    return true;
  }

  /** The findings, whether they are to be shown yet or not. */
  allFindings(): readonly Finding[] {
    return this.service.check(this.read(), this.configuration);
  }

  /** The findings to be shown at `now`, and how many are held back until the person rests. */
  findings(now: number): { shown: readonly Finding[]; held: number } {
    const all = this.allFindings();
    const shown = this.quiet.select(all, this.read().sentences, now);
    return { shown, held: all.length - shown.length };
  }

  /** The sentences that are being typed at `now`, as one span; null at rest. */
  typing(now: number): Span | null {
    return this.quiet.isResting(now) ? null : this.quiet.typing(this.read().sentences, now);
  }

  /** How many quotes, speakers, claims and findings the article has. */
  counts(): Counts {
    const [article, findings] = [this.read(), this.allFindings()];
    if (this.counted?.article !== article || this.counted.findings !== findings) {
      this.counted = { article, findings, counts: countsOf(article, findings) };
    }
    return this.counted.counts;
  }
}

const countsOf = (article: Article, findings: readonly Finding[]): Counts => ({
  quotes: spokenQuotes(article).length,
  speakers: new Set(article.attributions.flatMap(({ speaker }) => speaker ?? [])).size,
  claims: article.claims.length,
  findings: findings.length,
});

/** What became of what between two versions, by the stretch that the later one says was touched. */
function moveBetween(before: OpenDocument, after: OpenDocument): Move {
  const [start, end] = after.touched ?? [0, after.text.length];
  const grown = after.text.length - before.text.length;
  return { replaced: [start, Math.max(start, end - grown)], inserted: [start, end] };
}
