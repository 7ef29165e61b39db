import { writtenSource } from '../../annotations/source';
import type { Article, Attribution } from '../../article';
import type { Entity } from '../../attribution/speakers';
import type { Support } from '../../claims/support';
import { KIND_NAMES } from '../../features/annotation-card';
import { voicesOf, wordsOf } from '../../features/voices';
import type { Span } from '../../text/span';
import { harmless, type Paint, paint, wrap } from '../terminal';
import type { Formatter, ReadFile } from './format';

/** The most words of the article that one entry shows, in UTF-16 units: a paragraph. */
const LONGEST = 600;

const SUPPORT: readonly (readonly [Support, string])[] = [
  ['none', 'nobody stands behind'],
  ['disputed', 'somebody denies'],
  ['anonymous', 'only unnamed sources stand behind'],
  ['secondhand', 'others report'],
  ['attributed', 'a named source stands behind'],
  ['cited', 'a link or footnote stands behind'],
  ['verified', 'somebody has verified'],
];

/** `annotate --format text`: who said what, for a person to read. The numbers are the article's lines. */
export function annotationText(options: { readonly colour: boolean; readonly columns: number }): Formatter<ReadFile> {
  const style = paint(options.colour);
  return {
    begin: () => '',
    file: (read) => new Summary(read, style, Math.max(40, options.columns)).write(),
    end: () => '',
  };
}

/** The summary of one article. */
class Summary {
  private readonly written: string[] = [];

  constructor(
    private readonly read: ReadFile,
    private readonly style: Paint,
    private readonly columns: number,
  ) {}

  write(): string {
    const { file, article } = this.read;
    this.written.push(this.style.bold(harmless(file)), '');
    this.speakers(article);
    this.nobody(article);
    this.claims(article);
    this.notes();
    if (this.written.length === 2) this.written.push('  No quotes, attributions or claims found.', '');
    return `${this.written.join('\n')}\n`;
  }

  private speakers({ entities, attributions }: Article): void {
    const bySpeaker = new Map<string, Attribution[]>();
    for (const attribution of attributions) {
      if (attribution.speaker === null) continue;
      const said = bySpeaker.get(attribution.speaker);
      if (said) said.push(attribution);
      else bySpeaker.set(attribution.speaker, [attribution]);
    }
    const speaking = entities.filter(({ id }) => bySpeaker.has(id));
    this.group(
      'Speakers',
      speaking.filter(({ kind }) => kind !== 'anonymous'),
      bySpeaker,
    );
    this.group(
      'Unnamed sources',
      speaking.filter(({ kind }) => kind === 'anonymous'),
      bySpeaker,
    );
  }

  private group(title: string, entities: readonly Entity[], bySpeaker: ReadonlyMap<string, readonly Attribution[]>): void {
    if (entities.length === 0) return;
    this.written.push(`  ${title}`);
    for (const { id, name, role } of entities) {
      this.written.push(`    ${this.style.bold(harmless(name))}${role === null || role === '' ? '' : `, ${harmless(role)}`}`);
      for (const attribution of bySpeaker.get(id) ?? []) this.attribution(attribution);
    }
    this.written.push('');
  }

  private attribution(attribution: Attribution): void {
    const { article } = this.read;
    const chain = voicesOf(article)
      .carriers(attribution)
      .map((carrier) => this.nameOf(carrier));
    const notes = [
      attribution.kind,
      ...chain.map((name) => `via ${name}`),
      ...(attribution.disputes.length > 0 ? ['denies a report above'] : []),
    ];
    this.entry(attribution.content, notes.join(', '));
  }

  private nameOf({ speaker, source }: Attribution): string {
    const { article } = this.read;
    return harmless(voicesOf(article).entity(speaker)?.name ?? (source === null ? 'somebody' : wordsOf(article, source)));
  }

  private nobody({ attributions, quotes }: Article): void {
    const unnamed = attributions.filter(({ speaker }) => speaker === null);
    if (unnamed.length > 0) {
      this.written.push('  Speaker unclear');
      for (const attribution of unnamed) {
        this.entry(
          attribution.content,
          attribution.source === null ? `${attribution.kind}, nobody named` : `${attribution.kind}, ${this.nameOf(attribution)}`,
        );
      }
      this.written.push('');
    }
    const alone = quotes.filter(({ kind, attribution }) => attribution === null && (kind === 'direct' || kind === 'unclosed'));
    if (alone.length === 0) return;
    this.written.push('  Quotes that nobody is said to have said');
    for (const { span, kind } of alone) this.entry([span], kind === 'unclosed' ? 'not closed' : '');
    this.written.push('');
  }

  private claims({ claims }: Article): void {
    for (const [support, words] of SUPPORT) {
      const those = claims.filter((claim) => claim.support === support);
      if (those.length === 0) continue;
      this.written.push(`  Claims that ${words}`);
      for (const { span } of those) this.entry([span], '');
      this.written.push('');
    }
  }

  private notes(): void {
    const { annotations } = this.read;
    if (annotations.length === 0) return;
    this.written.push('  Notes and verdicts');
    for (const { annotation, span } of annotations) {
      const { kind, by, note, sources, resolved, selectors } = annotation;
      const said = [
        `${KIND_NAMES[kind]}${by === null ? '' : ` by ${harmless(by)}`}${resolved ? ', settled' : ''}`,
        ...(note.trim() === '' ? [] : [`“${harmless(shorten(note))}”`]),
        ...(sources.length > 0 ? [`source: ${harmless(sources.map(writtenSource).join('; '))}`] : []),
      ].join(', ');
      if (span) this.entry([span], said);
      else this.written.push(`${' '.repeat(10)}${selectors ? `orphaned, was on “${harmless(shorten(selectors.exact))}”: ` : ''}${said}`);
    }
    this.written.push('');
  }

  /** A line number, the article's words over as many lines as they take, and a note. */
  private entry(spans: readonly Span[], note: string): void {
    const { article, lines } = this.read;
    const line = String(lines.lineAt(spans[0]?.[0] ?? 0) + 1).padStart(8);
    const words = harmless(spans.map((span) => shorten(wordsOf(article, [span]))).join(' … '));
    const rows = wrap(words, this.columns - 10);
    for (const [i, row] of rows.entries()) this.written.push(`${i === 0 ? this.style.dim(line) : ' '.repeat(8)}  ${row}`);
    if (note !== '') this.written.push(`${' '.repeat(10)}${this.style.dim(note)}`);
  }
}

function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, cut > LONGEST / 2 ? cut : LONGEST)} …`;
}
