import type { Annotation, Placed } from '../../annotations/annotation';
import { annotationsOf } from '../../annotations/annotations-of';
import { ofArticle, reattached } from '../../annotations/change';
import { type Collection, emptyCollection, type Malformed } from '../../annotations/collection';
import { type Followed, followedThrough, found, refreshed, replaced, settled } from '../../annotations/follow';
import { merged } from '../../annotations/merge';
import { readCollection } from '../../annotations/read';
import type { Selectors } from '../../annotations/selectors';
import { type PlacedVerdict, verdictsOf } from '../../annotations/verdicts';
import { writeCollection } from '../../annotations/write';
import type { OpenDocument } from '../document';
import { shownNameOf, sourceNameOf } from './sidecar';

/** What a client keeps for us while it could not be written: the file as it was when it was last read, and as it should be. */
export interface Unsaved {
  readonly base: string | null;
  readonly text: string;
}

/** The annotations of one open article: as the file has them, as they are now, and where they lie in the text as it is edited. No file is touched here. */
export class Session {
  /** The file as it was last read or written; undefined where there is none. */
  private onDisk: string | undefined;
  private base: Collection;
  private collection: Collection;
  private places = new Map<string, Followed>();
  private text: string;
  private known: readonly Placed[] | null = null;
  private judged: readonly PlacedVerdict[] = [];
  /** What was last judged. */
  private judgedOf: { readonly text: string; readonly placed: readonly Placed[] } | null = null;
  /** What is wrong with the file; it is left alone then. */
  malformed: Malformed | null = null;

  constructor(
    readonly uri: string,
    text: string,
  ) {
    this.text = text;
    this.base = emptyCollection(`Annotations of ${shownNameOf(uri)}`);
    this.collection = this.base;
  }

  /** Takes the file as it stands on disk now, and joins it with what has been changed here since it was last read. */
  loaded(text: string | undefined): void {
    if (text === this.onDisk) return;
    this.onDisk = text;
    this.malformed = null;
    if (text === undefined) {
      // Whoever takes the file away, or goes to a branch without it, does not want it back at once; here the annotations stay until the article is closed.
      if (!this.isChanged) this.base = this.collection;
      return;
    }
    const read = readCollection(text);
    if ('malformed' in read) {
      this.malformed = read.malformed;
      return;
    }
    this.change(merged(this.base, this.collection, read.collection));
    this.base = read.collection;
  }

  /** Takes up what could not be written before the server ended. */
  resumed({ base, text }: Unsaved): void {
    const kept = readCollection(text);
    if ('malformed' in kept) return;
    const before = base === null ? null : readCollection(base);
    const from = before && 'collection' in before ? before.collection : emptyCollection('');
    this.change(merged(from, kept.collection, this.collection));
  }

  /** What has been written. */
  written(text: string, collection: Collection): void {
    this.onDisk = text;
    this.base = collection;
  }

  /** What is to be written: null where the file says it already, or may not be touched. */
  toWrite(): { readonly text: string; readonly collection: Collection } | null {
    if (this.malformed || !this.isChanged) return null;
    const collection = ofArticle(this.collection, sourceNameOf(this.uri));
    // Else what a draft or a file of another name has brought would never be as it is written.
    this.change(collection);
    return { text: writeCollection(collection), collection };
  }

  /** Whether there is something that the file does not say. */
  get isChanged(): boolean {
    return this.collection !== this.base && writeCollection(this.collection) !== writeCollection(this.base);
  }

  /** What a client is to keep as long as it is not in the file. */
  get unsaved(): Unsaved | null {
    return this.isChanged ? { base: this.onDisk ?? null, text: writeCollection(this.collection) } : null;
  }

  /** The file as it was last read. */
  get lastRead(): string | undefined {
    return this.onDisk;
  }

  /** The annotations as they are kept. */
  get all(): Collection {
    return this.collection;
  }

  /** Puts other annotations in the place of those there are. Those that point where they pointed stay where they are. */
  change(collection: Collection): void {
    if (collection === this.collection) return;
    this.collection = collection;
    this.known = null;
    const annotations = annotationsOf(collection);
    const fresh = annotations.filter(({ id, selectors }) => selectors && !isSame(this.places.get(id)?.selectors, selectors));
    const spans = found(
      this.text,
      fresh.flatMap(({ selectors }) => selectors ?? []),
    );
    const places = new Map<string, Followed>();
    for (const { id } of annotations) {
      const at = fresh.findIndex((one) => one.id === id);
      const place = at < 0 ? this.places.get(id) : spans[at];
      if (place) places.set(id, place);
    }
    this.places = places;
  }

  /** Follows the text to its next version. */
  edited({ text, edits }: OpenDocument): void {
    if (text === this.text) return;
    const before = this.text;
    this.text = text;
    if (this.places.size === 0) return;
    const all = [...this.places.values()];
    const through = edits && followedThrough(all, before, edits);
    // Where the edits don't lead to the text, or nobody says what they were.
    this.place(through?.text === text ? through.all : replaced(all, before, text));
  }

  /** Looks again for what is lost from sight. Whether anything has been found. */
  settle(): boolean {
    const all = [...this.places.values()];
    const now = settled(all, this.text);
    if (now === all) return false;
    this.place(now);
    return true;
  }

  /** The text has been saved: what points at it is brought up to date. */
  refresh(): void {
    const fresh = new Map<string, Selectors>();
    for (const { id, kind } of annotationsOf(this.collection)) {
      const place = this.places.get(id);
      if (!place?.span) continue;
      const selectors = refreshed(this.text, place, kind === 'verified');
      if (selectors !== place.selectors) fresh.set(id, selectors);
    }
    if (fresh.size === 0) return;
    this.collection = reattached(this.collection, fresh, sourceNameOf(this.uri));
    this.known = null;
    for (const [id, selectors] of fresh) {
      const place = this.places.get(id);
      if (place) this.places.set(id, { ...place, selectors, lastSeen: null });
    }
  }

  /** Each annotation with where it lies. */
  placed(): readonly Placed[] {
    this.known ??= annotationsOf(this.collection).map((annotation) => ({ annotation, span: this.places.get(annotation.id)?.span ?? null }));
    return this.known;
  }

  /** The annotation of an id. */
  annotation(id: string): Annotation | undefined {
    return this.placed().find((one) => one.annotation.id === id)?.annotation;
  }

  /** The verdicts that hold on the text now; the same list as long as they are the same. */
  verdicts(): readonly PlacedVerdict[] {
    const [text, placed] = [this.text, this.placed()];
    if (this.judgedOf?.text === text && this.judgedOf.placed === placed) return this.judged;
    this.judgedOf = { text, placed };
    const verdicts = verdictsOf(text, placed);
    if (JSON.stringify(verdicts) !== JSON.stringify(this.judged)) this.judged = verdicts;
    return this.judged;
  }

  private place(all: readonly Followed[]): void {
    const ids = [...this.places.keys()];
    this.places = new Map(all.map((one, i) => [ids[i] ?? '', one]));
    this.known = null;
  }
}

const isSame = (a: Selectors | undefined, b: Selectors): boolean =>
  a !== undefined && a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix && a.start === b.start;
