import { type ChapterCast, castChapter } from './chapter';
import { cutChapters } from './chapters';
import { type Placement, placeRoles } from './placement';
import { isSameScript } from './script';
import { type ReadScripts, readScripts, type Scripts } from './scripts';
import type { PlacedBlock } from './speakers';
import { reuniteFigures, type UnitedRoles, uniteFigures } from './uniting';

/** A chapter of an article in its place. */
export interface PlacedChapter {
  /** Its blocks: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** The offset of the first. */
  readonly offset: number;
  readonly cast: ChapterCast;
  readonly placement: Placement;
  /** The chapter of the earlier reading that has the same cast; −1 where there is none. */
  readonly twin: number;
  /** How its places have moved since then: not at all, all by the same distance, or some of them. */
  readonly moved: 'not' | 'together' | 'apart';
}

/** An article read as far as its chapters go, and who of one chapter is who of another. */
export interface ArticleReading extends Scripts {
  readonly chapters: readonly PlacedChapter[];
  readonly united: UnitedRoles;
}

/** Reads an article chapter by chapter. What the earlier reading has alike is taken over from it; the result is the same with and without. */
export function readArticle(blocks: readonly PlacedBlock[], earlier: ArticleReading | undefined): ArticleReading {
  const read = readScripts(blocks, earlier);
  const { scripts, offsets } = read;
  const starts = cutChapters(read.sizes, read.fitness);
  const chapters = starts.map((start, c): PlacedChapter => {
    const end = starts[c + 1] ?? blocks.length;
    const own = { start, end, offset: offsets[start] ?? 0 };
    const place = (cast: ChapterCast): Placement => placeRoles(cast, scripts.slice(start, end), offsets.subarray(start, end));
    // An edit leaves the chapters before it where they are from the beginning, and those after it where they are from the end.
    for (const twin of new Set([c, c - starts.length + (earlier?.chapters.length ?? 0)])) {
      const known = earlier?.chapters[twin];
      if (!known) continue;
      const likeness = compare(read, own, earlier, known);
      if (likeness === 'other') continue;
      const { cast } = known;
      if (likeness === 'alike' || !movesTogether(offsets, own, earlier.offsets, known))
        return { ...own, cast, placement: place(cast), twin, moved: 'apart' };
      return { ...own, cast, placement: known.placement, twin, moved: own.offset === known.offset ? 'not' : 'together' };
    }
    const cast = castChapter(scripts.slice(start, end));
    return { ...own, cast, placement: place(cast), twin: -1, moved: 'apart' };
  });
  return { ...read, chapters, united: unite(chapters, earlier) };
}

function unite(chapters: readonly PlacedChapter[], earlier: ArticleReading | undefined): UnitedRoles {
  const casts = chapters.map(({ cast }) => cast);
  if (earlier?.chapters.length !== chapters.length) return uniteFigures(casts);
  if (chapters.every(({ twin }, c) => twin === c)) return earlier.united;
  const before = earlier.chapters.map(({ cast }) => cast);
  return reuniteFigures(casts, before, earlier.united) ?? uniteFigures(casts);
}

type Stretch = Pick<PlacedChapter, 'start' | 'end'>;

/** *same*: the very blocks of the earlier chapter; *alike*: others that are read the same; *other*: to be read anew. */
function compare(
  { scripts, first, last }: ReadScripts,
  { start, end }: Stretch,
  earlier: Scripts,
  known: Stretch,
): 'same' | 'alike' | 'other' {
  if (end - start !== known.end - known.start) return 'other';
  const by = known.start - start;
  if (by === 0 && end <= first) return 'same';
  if (by === earlier.scripts.length - scripts.length && start >= scripts.length - last) return 'same';
  let likeness: 'same' | 'alike' = 'same';
  for (let b = start; b < end; b++) {
    const [script, other] = [scripts[b], earlier.scripts[b + by]];
    if (script === other) continue;
    if (!script || !other || !isSameScript(script, other)) return 'other';
    likeness = 'alike';
  }
  return likeness;
}

/** Whether each block of a chapter is as far from the first as it was. */
function movesTogether(offsets: Int32Array, { start, end }: Stretch, earlier: Int32Array, known: Stretch): boolean {
  const by = known.start - start;
  const moved = (earlier[known.start] ?? 0) - (offsets[start] ?? 0);
  for (let b = start; b < end; b++) if ((earlier[b + by] ?? 0) - (offsets[b] ?? 0) !== moved) return false;
  return true;
}
