import type { EvidenceDocument } from './document';
import { readWords } from './words';

/** A document with its words. */
export interface IndexedDocument {
  readonly document: EvidenceDocument;
  /** Which of all documents that ever were it is. */
  readonly slot: number;
  /** The index's numbers of its words, in order. */
  readonly words: Int32Array;
  /** Where each word starts and ends in the document. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** See `Flag`. */
  readonly flags: Uint8Array;
  /** The numbers of its words, each once, ascending. */
  readonly distinct: Int32Array;
  /** For `distinct[i]`, its places in `words`: `places[first[i]]` up to before `places[first[i + 1]]`. */
  readonly first: Uint32Array;
  readonly places: Uint32Array;
}

/** How many characters are read before `adding` lets others have their turn. */
const SLICE = 1 << 15;

/** All words of all documents, and where they stand. Documents may come and go. Memory: some 15 bytes a word. */
export class EvidenceIndex {
  private readonly numbers = new Map<string, number>();
  private readonly spellings: string[] = [];
  private readonly counts: number[] = [];
  /** For each word, the documents that have it. */
  private readonly holders: IndexedDocument[][] = [];
  private readonly known = new Map<string, IndexedDocument>();
  private readonly slots = new Map<number, IndexedDocument>();
  private nextSlot = 0;
  /** Grows with every change. */
  private changes = 0;
  private length = 0;

  /** How many documents there are. */
  get size(): number {
    return this.known.size;
  }

  /** Another number after every change. */
  get version(): number {
    return this.changes;
  }

  /** How many words all documents have. */
  get total(): number {
    return this.length;
  }

  /** The documents, in the order in which they came. */
  documents(): Iterable<IndexedDocument> {
    return this.known.values();
  }

  /** The document at an address. */
  get(id: string): IndexedDocument | undefined {
    return this.known.get(id);
  }

  /** Adds a document, in place of an earlier one of its address. */
  add(document: EvidenceDocument): void {
    for (const _ of this.adding(document));
  }

  /** The same a slice at a time: each step takes a millisecond or two, and others may have their turn between. */
  *adding(document: EvidenceDocument): Generator<void> {
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const flags: number[] = [];
    const { text } = document;
    for (let at = 0; at < text.length; ) {
      at = readWords(text, at, at + SLICE, (word, start, end, flag) => {
        words.push(this.numberFor(word));
        starts.push(start);
        ends.push(end);
        flags.push(flag);
      });
      yield;
    }
    const indexed: IndexedDocument = {
      document,
      slot: this.nextSlot++,
      words: Int32Array.from(words),
      starts: Uint32Array.from(starts),
      ends: Uint32Array.from(ends),
      flags: Uint8Array.from(flags),
      ...placesOf(words),
    };
    this.remove(document.id);
    this.known.set(document.id, indexed);
    this.slots.set(indexed.slot, indexed);
    this.length += words.length;
    this.changes++;
    for (const [i, number] of indexed.distinct.entries()) {
      this.holders[number]?.push(indexed);
      this.counts[number] = (this.counts[number] ?? 0) + (indexed.first[i + 1] ?? 0) - (indexed.first[i] ?? 0);
    }
  }

  /** Takes a document out. Whether it was there. */
  remove(id: string): boolean {
    const indexed = this.known.get(id);
    if (!indexed) return false;
    this.known.delete(id);
    this.slots.delete(indexed.slot);
    this.length -= indexed.words.length;
    this.changes++;
    for (const [i, number] of indexed.distinct.entries()) {
      const holders = this.holders[number] ?? [];
      holders.splice(holders.indexOf(indexed), 1);
      this.counts[number] = (this.counts[number] ?? 0) - ((indexed.first[i + 1] ?? 0) - (indexed.first[i] ?? 0));
    }
    return true;
  }

  /** The document of a slot. */
  at(slot: number): IndexedDocument | undefined {
    return this.slots.get(slot);
  }

  /** A word's number; undefined where no document has had it. */
  numberOf(word: string): number | undefined {
    return this.numbers.get(word);
  }

  /** The word of a number. */
  wordOf(number: number): string {
    return this.spellings[number] ?? '';
  }

  /** How often a word stands in all documents. */
  countOf(number: number): number {
    return this.counts[number] ?? 0;
  }

  /** The documents that have a word. */
  holdersOf(number: number): readonly IndexedDocument[] {
    return this.holders[number] ?? [];
  }

  /** How much a word tells, from 0 for one that is everywhere: the logarithm of how rare it is. */
  weightOf(number: number | undefined): number {
    const count = number === undefined ? 0 : this.countOf(number);
    return Math.log(1 + this.length / (1 + count)) / Math.log(2 + this.length);
  }

  private numberFor(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.spellings.length;
    this.numbers.set(word, number);
    this.spellings.push(word);
    this.counts.push(0);
    this.holders.push([]);
    return number;
  }
}

/** The places of a word in a document, ascending. */
export function placesIn({ distinct, first, places }: IndexedDocument, number: number): Uint32Array {
  let low = 0;
  let high = distinct.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distinct[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return distinct[low] === number ? places.subarray(first[low], first[low + 1]) : places.subarray(0, 0);
}

function placesOf(words: readonly number[]): Pick<IndexedDocument, 'distinct' | 'first' | 'places'> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const distinct = Int32Array.from(counts.keys()).sort();
  const first = new Uint32Array(distinct.length + 1);
  const next = new Map<number, number>();
  for (const [i, word] of distinct.entries()) {
    next.set(word, first[i] ?? 0);
    first[i + 1] = (first[i] ?? 0) + (counts.get(word) ?? 0);
  }
  const places = new Uint32Array(words.length);
  for (const [i, word] of words.entries()) {
    const place = next.get(word) ?? 0;
    places[place] = i;
    next.set(word, place + 1);
  }
  return { distinct, first, places };
}
