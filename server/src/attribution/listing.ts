import type { Span } from '../text/span';
import type { ArticleReading, PlacedChapter } from './article-reading';
import type { Profile } from './profile';
import type { Entity } from './speakers';
import type { Part, United, UnitedRoles } from './uniting';

/** Who is listed among the speakers of an article. */
export interface Listing {
  /** For each speaker the chapter and the role that have its first mention, flat. */
  readonly firsts: readonly number[];
  /** For each chapter and each of its roles the index of its speaker in the list, or −1. */
  readonly owners: readonly Int32Array[];
  readonly entities: readonly Entity[];
}

/** An earlier version's list, and what that was made from. */
type Earlier = Listing & Pick<ArticleReading, 'chapters' | 'united'>;

/** Lists the speakers of an article in order of their first mention. Whoever is as it was in the earlier version is the same object. */
export function listSpeakers({ chapters, united }: ArticleReading, earlier: Earlier | undefined): Listing {
  const { firsts, owners } = earlier && isSameOrder(chapters, united, earlier) ? earlier : orderOf(chapters, united);
  const entities: Entity[] = [];
  for (let i = 0; i < firsts.length; i += 2) {
    const [c, r] = [firsts[i] ?? 0, firsts[i + 1] ?? 0];
    const one = united[c]?.[r];
    entities.push(one ? entityOfSeveral(one, entities.length, chapters, earlier) : entityOfOne(c, r, entities.length, chapters, earlier));
  }
  return { firsts, owners, entities: keepIfSame(entities, earlier?.entities) };
}

function orderOf(chapters: readonly PlacedChapter[], united: UnitedRoles): Omit<Listing, 'entities'> {
  const owners = chapters.map(({ cast }) => new Int32Array(cast.roles.length).fill(-1));
  const firsts: number[] = [];
  for (const [c, { placement, cast }] of chapters.entries()) {
    for (const r of placement.order) {
      const one = united[c]?.[r];
      if (one ? !one.kept || one.parts[0]?.chapter !== c : !cast.kept[r]) continue;
      for (const { chapter, figure } of one?.parts ?? []) put(owners[chapter], figure.listed, firsts.length / 2);
      if (!one) put(owners[c], r, firsts.length / 2);
      firsts.push(c, r);
    }
  }
  return { firsts, owners };
}

function put(list: Int32Array | undefined, at: number, value: number): void {
  if (list) list[at] = value;
}

/** Whether the same figures are listed in the same order. */
const isSameOrder = (chapters: readonly PlacedChapter[], united: UnitedRoles, earlier: Earlier): boolean =>
  united === earlier.united &&
  chapters.every(({ placement }, c) => {
    const known = earlier.chapters[c]?.placement;
    return placement === known || (known !== undefined && keepIfSame(placement.order, known.order) === known.order);
  });

/** A speaker of one chapter alone: role `r` of chapter `c`. */
function entityOfOne(c: number, r: number, index: number, chapters: readonly PlacedChapter[], earlier: Earlier | undefined): Entity {
  const chapter = chapters[c];
  const figure = chapter?.cast.roles[r];
  if (!chapter || !figure) throw new RangeError('a role that no chapter has');
  const { twin, moved } = chapter;
  const was = earlier?.united[twin]?.[r] === null ? (earlier.owners[twin]?.[r] ?? -1) : -1;
  const old = earlier?.entities[was < 0 ? index : was];
  const known = was < 0 ? undefined : old;
  if (known && was === index && moved === 'not') return known;
  const mentions = known && moved === 'not' ? known.mentions : mentionsOf([{ chapter: c, figure }], chapters, old?.mentions);
  return entityOf(index, known ?? tell(figure), mentions, old);
}

function entityOfSeveral(
  { profile, parts }: United,
  index: number,
  chapters: readonly PlacedChapter[],
  earlier: Earlier | undefined,
): Entity {
  /** What a part was a part of. */
  const before = ({ chapter, figure }: Part): United | null => earlier?.united[chapters[chapter]?.twin ?? -1]?.[figure.listed] ?? null;
  const [first] = parts;
  const known = first ? before(first) : null;
  const was = (known && first && earlier?.owners[chapters[first.chapter]?.twin ?? -1]?.[first.figure.listed]) ?? -1;
  const old = earlier?.entities[was < 0 ? index : was];
  const still =
    known?.parts.length === parts.length && parts.every((part) => chapters[part.chapter]?.moved === 'not' && before(part) === known);
  const mentions = still && old ? old.mentions : mentionsOf(parts, chapters, old?.mentions);
  return entityOf(index, old && known?.profile === profile ? old : tell(profile), mentions, old);
}

function entityOf(index: number, told: Omit<Entity, 'id' | 'mentions'>, mentions: readonly Span[], old: Entity | undefined): Entity {
  const { name, kind, role, gender, anonymity } = told;
  const entity = { id: `e${index + 1}`, name, kind, role, gender, anonymity, mentions };
  return old && isSame(entity, old) ? old : entity;
}

const isSame = (a: Entity, b: Entity): boolean =>
  a.id === b.id &&
  a.mentions === b.mentions &&
  a.name === b.name &&
  a.kind === b.kind &&
  a.role === b.role &&
  a.gender === b.gender &&
  a.anonymity === b.anonymity;

const tell = ({ name, kind, role, gender, anonymity, words, placed }: Profile): Omit<Entity, 'id' | 'mentions'> => ({
  name: oneLine(name),
  kind: kind ?? (words.length > 0 ? (placed ? 'organization' : 'person') : 'anonymous'),
  role: role && oneLine(role),
  gender,
  anonymity,
});

const oneLine = (text: string): string => (/\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ') : text);

/** The mentions of a speaker in order; the same objects as before where they stand where those stood. */
function mentionsOf(parts: readonly Part[], chapters: readonly PlacedChapter[], before: readonly Span[] | undefined): readonly Span[] {
  const mentions: Span[] = [];
  let known = 0;
  for (const { chapter, figure } of parts) {
    const placed = chapters[chapter];
    if (!placed) continue;
    const { offset, placement, moved } = placed;
    const { spans, starts, ends } = placement;
    const end = ends[figure.listed] ?? 0;
    for (let i = starts[figure.listed] ?? 0; i < end; i += 2) {
      const from = (spans[i] ?? 0) + offset;
      const to = (spans[i + 1] ?? 0) + offset;
      const old = moved === 'together' ? undefined : before?.[mentions.length];
      const isSame = old !== undefined && old[0] === from && old[1] === to;
      if (isSame) known++;
      mentions.push(isSame ? old : [from, to]);
    }
  }
  return before && known === mentions.length && before.length === known ? before : mentions;
}

/** The earlier list itself where the new one holds the same. */
export const keepIfSame = <T>(list: readonly T[], earlier: readonly T[] | undefined): readonly T[] =>
  earlier?.length === list.length && list.every((item, i) => item === earlier[i]) ? earlier : list;
