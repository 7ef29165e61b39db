import { type ClaimEvidence, findClaim } from './claim-search';
import type { EvidenceIndex } from './evidence-index';
import { findQuote, type QuoteEvidence, type SoughtQuote } from './quote-search';

/** What the documents beside an article say of it, by the words that were looked for: what has not been looked for yet is missing. */
export interface Evidence {
  /** How many documents there are. */
  readonly documents: number;
  /** By `keyOf`. */
  readonly quotes: ReadonlyMap<string, QuoteEvidence>;
  /** By their text. */
  readonly claims: ReadonlyMap<string, ClaimEvidence>;
}

/** That of an article with nothing beside it. */
export const NO_EVIDENCE: Evidence = { documents: 0, quotes: new Map(), claims: new Map() };

/** Whether two say the very same. */
export function isSameEvidence(a: Evidence, b: Evidence): boolean {
  const same = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): boolean =>
    one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  return a.documents === b.documents && same(a.quotes, b.quotes) && same(a.claims, b.claims);
}

/** What of an article is to be looked for. */
export interface Sought {
  readonly quotes: readonly SoughtQuote[];
  readonly claims: readonly string[];
}

/** By what the evidence of a quote is kept. */
export const keyOf = ({ parts, by }: SoughtQuote): string => JSON.stringify([parts, by]);

/** So many answers are kept beyond those of an article; what is typed asks for new ones at every keystroke. */
const MOST = 4000;

/** Looks up what articles say in one index, each thing once as long as its documents stay as they are. */
export class Lookups {
  private quotes = new Map<string, QuoteEvidence>();
  private claims = new Map<string, ClaimEvidence>();
  private version = -1;

  constructor(readonly index: EvidenceIndex) {}

  /** Looks up what is not known yet, one thing a step, so that others may have their turn between. */
  *lookingUp({ quotes, claims }: Sought): Generator<void> {
    this.freshen();
    for (const quote of quotes) {
      const key = keyOf(quote);
      if (this.quotes.has(key)) continue;
      this.quotes.set(key, findQuote(this.index, quote));
      yield;
    }
    for (const claim of claims) {
      if (this.claims.has(claim)) continue;
      this.claims.set(claim, findClaim(this.index, claim));
      yield;
    }
  }

  /** Whether anything of this is still to be looked up. */
  lacks({ quotes, claims }: Sought): boolean {
    this.freshen();
    return quotes.some((quote) => !this.quotes.has(keyOf(quote))) || claims.some((claim) => !this.claims.has(claim));
  }

  /** What is known of this now. */
  evidence({ quotes, claims }: Sought): Evidence {
    this.freshen();
    const known = <T>(keys: readonly string[], of: ReadonlyMap<string, T>): Map<string, T> =>
      new Map(
        keys.flatMap((key): [string, T][] => {
          const value = of.get(key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    const found: Evidence = {
      documents: this.index.size,
      quotes: known(quotes.map(keyOf), this.quotes),
      claims: known(claims, this.claims),
    };
    if (this.quotes.size + this.claims.size > MOST + quotes.length + claims.length) {
      this.quotes = new Map(found.quotes);
      this.claims = new Map(found.claims);
    }
    return found;
  }

  /** Everything at once. */
  lookUp(sought: Sought): Evidence {
    for (const _ of this.lookingUp(sought));
    return this.evidence(sought);
  }

  private freshen(): void {
    if (this.version === this.index.version) return;
    this.version = this.index.version;
    this.quotes = new Map();
    this.claims = new Map();
  }
}
