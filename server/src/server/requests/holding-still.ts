import type { Span } from '../../text/span';
import type { ClientTraits } from '../abilities';
import type { OpenArticle } from '../open-article';
import { REST, touches } from '../quiet';
import type { Settled } from '../settled';
import { Timers } from '../timers';
import type { Counter } from './counter';

/** A feature of the protocol that shows things in the text, which must not come and go under somebody's hands. */
export interface ShownInText {
  readonly name: string;
  /** Asks the client to ask again. */
  refresh(): Promise<void>;
  /** Whether a client of these traits does. */
  refreshes(traits: ClientTraits): boolean;
}

/**
 * Lets what is shown in the text hold still while somebody types, and asks the client to ask again once they rest. A client that can't be asked
 * to is given what is fresh, outside the sentence that is being typed.
 */
export class HoldingStill {
  private readonly timers: Timers;

  constructor(
    private readonly counter: Counter,
    private readonly feature: ShownInText,
  ) {
    this.timers = new Timers((error) => counter.complain(`refreshing ${feature.name}`, error));
  }

  /** What of `fresh` is to be shown now, and what was shown before in its stead. */
  show<T extends { readonly span: Span }>(open: OpenArticle, settled: Settled<T>, fresh: () => readonly T[]): readonly T[] {
    const typing = open.typing(this.counter.now());
    if (typing === null) return settled.show(open.read(), null, fresh);
    if (!this.feature.refreshes(this.counter.traits())) return fresh().filter(({ span }) => !touches(span, typing));
    this.timers.later(open.document.uri, REST, () => this.refresh());
    return settled.show(open.read(), typing, fresh);
  }

  /** Asks the client to ask again, where it does that. */
  refresh(): void {
    const { traits, complain } = this.counter;
    if (this.feature.refreshes(traits())) this.feature.refresh().catch((error) => complain(`refreshing ${this.feature.name}`, error));
  }
}
