import type { Figure } from './figures';
import { isKept, type Profile, profileOf } from './profile';
import { type Gathering, Reunion } from './reunion';

/** A figure in the chapter that has it. */
export interface Part {
  /** Index of the chapter. */
  readonly chapter: number;
  readonly figure: Figure;
}

/** One speaker of several chapters: its figures in them, and what they tell of it together. */
export interface United {
  readonly profile: Profile;
  /** It belongs in the list of speakers. */
  readonly kept: boolean;
  /** In order of the chapters, at most one in each; two or more. */
  readonly parts: readonly Part[];
}

/** A chapter's figures that may be listed, what each is known by beyond the chapter, and the acronyms. */
export interface ChapterFigures {
  readonly roles: readonly Figure[];
  readonly keys: readonly (string | null)[];
  readonly aliases: ReadonlyMap<string, Figure>;
}

/** For each chapter and each of its roles; null where that is of no other chapter. */
export type UnitedRoles = readonly (readonly (United | null)[])[];

/**
 * Who of one chapter is who of another. Names go together as they do within a chapter: those in full first, whatever chapter they stand in; then surnames,
 * acronyms and a company's first word, where just one bearer agrees by gender and kind. Pairs and institutions ("police") are known by their words.
 * Whoever has no name stays of its chapter ("a source"), and whom a chapter keeps apart stays apart. Linear.
 */
export function uniteFigures(chapters: readonly ChapterFigures[]): UnitedRoles {
  if (chapters.length === 1) return chapters.map(({ roles }) => roles.map(() => null));
  const united = new Map<Gathering, United>();
  const unite = (gathering: Gathering): United | null => {
    if (gathering.parts.length === 1) return null;
    const one = united.get(gathering) ?? together(gathering.parts);
    united.set(gathering, one);
    return one;
  };
  return gather(chapters).map((row) => row.map(unite));
}

function gather(chapters: readonly ChapterFigures[]): Gathering[][] {
  const reunion = new Reunion();
  const rows: Gathering[][] = chapters.map(({ roles }) => new Array(roles.length));
  const gatherThose = (areMeant: (words: number) => boolean, by: (c: number, figure: Figure, key: string | null) => Gathering): void => {
    for (const [c, { roles, keys }] of chapters.entries()) {
      const row = rows[c] ?? [];
      for (const [r, figure] of roles.entries()) if (areMeant(figure.words.length)) row[r] = by(c, figure, keys[r] ?? null);
    }
  };
  gatherThose(
    (words) => words > 1,
    (c, figure, key) => reunion.byFullName(c, figure, key),
  );
  for (const [c, { aliases }] of chapters.entries()) {
    for (const [alias, { listed }] of aliases) {
      const gathering = rows[c]?.[listed];
      if (gathering) reunion.abbreviate(gathering, alias);
    }
  }
  gatherThose(
    (words) => words === 1,
    (c, figure, key) => reunion.byShortName(c, figure, key),
  );
  gatherThose(
    (words) => words === 0,
    (c, figure, key) => reunion.byKey(c, figure, key),
  );
  return rows;
}

function together(parts: readonly Part[]): United {
  const profile = profileOf(parts.map(({ figure }) => figure));
  return { profile, kept: isKept(profile), parts };
}

/**
 * The same from what it was before an edit that has changed how some chapters are cast, but no names in them: whoever was one is one still. Undefined
 * where names have changed.
 */
export function reuniteFigures(
  chapters: readonly ChapterFigures[],
  before: readonly ChapterFigures[],
  united: UnitedRoles,
): UnitedRoles | undefined {
  const rows = new Map<number, (United | null)[]>();
  /** Who is in several chapters of which the edit has changed one, with the parts as they are now. */
  const changed = new Map<United, readonly Part[]>();
  for (const [chapter, now] of chapters.entries()) {
    const then = before[chapter];
    if (now === then) continue;
    if (!then || !isKnownAlike(now, then)) return undefined;
    const old = knownBeyond(then);
    rows.set(
      chapter,
      now.roles.map(() => null),
    );
    for (const [i, figure] of knownBeyond(now).entries()) {
      const one = united[chapter]?.[old[i]?.listed ?? -1];
      if (!one) continue;
      const parts = changed.get(one) ?? one.parts;
      changed.set(
        one,
        parts.map((part) => (part.chapter === chapter ? { chapter, figure } : part)),
      );
    }
  }
  for (const parts of changed.values()) {
    const one = together(parts);
    for (const { chapter, figure } of parts) {
      const row = rows.get(chapter) ?? [...(united[chapter] ?? [])];
      row[figure.listed] = one;
      rows.set(chapter, row);
    }
  }
  return united.map((row, c) => rows.get(c) ?? row);
}

/** The figures that may be another chapter's, too. */
const knownBeyond = ({ roles, keys }: ChapterFigures): Figure[] => roles.filter((_, r) => keys[r] !== null);

/** Whether two versions of a chapter are the same for whoever looks in them for names. */
function isKnownAlike(now: ChapterFigures, then: ChapterFigures): boolean {
  const [figures, old] = [knownBeyond(now), knownBeyond(then)];
  const [aliases, oldAliases] = [[...now.aliases], [...then.aliases]];
  return (
    figures.length === old.length &&
    aliases.length === oldAliases.length &&
    figures.every((figure, i) => isNamedAlike(figure, old[i]) && now.keys[figure.listed] === then.keys[old[i]?.listed ?? -1]) &&
    aliases.every(([alias, figure], i) => {
      const [other, of] = oldAliases[i] ?? [];
      return alias === other && of !== undefined && figures.indexOf(figure) === old.indexOf(of);
    })
  );
}

const isNamedAlike = (a: Figure, b: Figure | undefined): boolean =>
  a.kind === b?.kind && a.gender === b.gender && a.titled === b.titled && a.placed === b.placed && a.words.length === b.words.length;
