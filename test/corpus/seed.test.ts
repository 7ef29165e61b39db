import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Article, type Attribution, analyse } from '../../server/src/article';
import { overlaps, type Span } from '../../server/src/text/span';
import reading from './seed-reading.json';

/**
 * The article that this project was started for. Its text is not ours, so it stays outside; `seed-reading.json` holds, by offsets alone, how a careful
 * reader marks it: every attribution, its speaker, what carries it, and the denial. Skipped where the article is not at hand.
 */
const file = resolve(import.meta.dirname, '../../../shared/articles/seed.txt');
const text = existsSync(file) ? readFileSync(file, 'utf8') : null;

type SpeakerKey = keyof typeof reading.speakers;
interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: SpeakerKey;
  /** A plan told by somebody else: marked by some readers, wrong for none. */
  readonly optional?: boolean;
  readonly via?: string;
  readonly disputes?: readonly string[];
}
const expected = reading.attributions as unknown as readonly Expected[];
const speakers = reading.speakers as unknown as Record<SpeakerKey, { name: Span; kind: string; role?: Span }>;

const sharing = (a: readonly Span[], b: readonly Span[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)));

describe.skipIf(text === null)('the seed article', () => {
  const article: Article = analyse(text ?? '');
  const words = (spans: readonly Span[]) => spans.map(([start, end]) => article.text.slice(start, end).replace(/^[\s,:]+|[\s,:.]+$/g, ''));
  /** The attribution that stands where the reading has this one: same content, a cue in common, sources that meet. */
  const found = ({ source, cue, content }: Expected): Attribution | undefined =>
    article.attributions.find(
      (a) =>
        JSON.stringify(words(a.content)) === JSON.stringify(words(content)) &&
        sharing(a.cue, cue) &&
        a.source !== null &&
        sharing(a.source, source),
    );

  test('is the text that was read', () => {
    expect(createHash('sha256').update(article.text).digest('hex')).toBe(reading.sha256);
  });

  test.each(expected.filter(({ optional }) => !optional).map((e) => [e.id, e] as const))(
    'has the attribution “%s” with its kind, speaker and carrier',
    (_, e) => {
      const a = found(e);
      expect(a, `none with these words: ${words(e.content).join(' … ').slice(0, 80)}`).toBeDefined();
      expect(a?.kind).toBe(e.kind);
      const entity = article.entities.find(({ id }) => id === a?.speaker);
      const { name, kind, role } = speakers[e.speaker];
      expect(entity?.mentions.some((mention) => overlaps(mention, name))).toBe(true);
      expect(entity?.kind).toBe(kind);
      if (role) expect(entity?.role).toBe(words([role])[0]);
      const carrier = expected.find(({ id }) => id === e.via);
      const denied = (e.disputes ?? []).map((id) => expected.find((other) => other.id === id)).map((other) => other && found(other)?.id);
      for (const id of denied) expect(a?.disputes).toContain(id);
      if (denied.length === 0) expect(a?.disputes).toEqual([]);
      expect(a?.via ?? null).toBe(carrier ? (found(carrier)?.id ?? 'missing') : null);
    },
  );

  test('has no attribution beside them', () => {
    const known = new Set(expected.map((e) => found(e)?.id));
    expect(article.attributions.filter(({ id }) => !known.has(id)).map(({ source, cue }) => words([...(source ?? []), ...cue]))).toEqual(
      [],
    );
  });

  test('keeps different speakers apart', () => {
    const ids = Object.values(speakers).map(
      ({ name }) => article.entities.find(({ mentions }) => mentions.some((m) => overlaps(m, name)))?.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
