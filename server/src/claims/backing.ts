import { entityNamed } from '../attribution/entity-named';
import type { Linked } from '../attribution/link';
import { attributionAt, placeOf } from '../attribution/said';
import type { Entity } from '../attribution/speakers';
import type { Support } from './claim';

const NOBODY: readonly number[] = [];

/** What attributions, told by their numbers, are worth as support. */
export class Backing {
  private readonly linked: Linked;
  private readonly entities: readonly Entity[];
  private readonly deniers = new Map<number, number[]>();

  constructor(linked: Linked, entities: readonly Entity[]) {
    this.linked = linked;
    this.entities = entities;
    for (const [denier, denials] of linked.disputes.of) {
      for (const denied of denials) {
        const list = this.deniers.get(denied);
        if (list) list.push(denier);
        else this.deniers.set(denied, [denier]);
      }
    }
  }

  /** The attributions that deny any of these. */
  deniersOf(attributions: readonly number[]): readonly number[] {
    if (!attributions.some((n) => this.deniers.has(n))) return NOBODY;
    return [...new Set(attributions.flatMap((n) => this.deniers.get(n) ?? NOBODY))];
  }

  /** The best that these give: whoever passes something on is worth what its origin is worth. */
  of(attributions: readonly number[], isDenied: boolean): Support {
    const best = this.best(attributions, true) ?? this.best(attributions, false) ?? 'none';
    return isDenied && (best === 'attributed' || best === 'secondhand') ? 'disputed' : best;
  }

  private best(attributions: readonly number[], originsOnly: boolean): Support | null {
    let best: Support | null = null;
    for (const n of attributions) {
      if (originsOnly && this.carries(n)) continue;
      const kind = this.kindOf(n);
      if (kind === 'attributed') return kind;
      if (kind === 'secondhand' || best === null) best = kind;
    }
    return best;
  }

  /** Whether another attribution is passed on by this one. */
  private carries(n: number): boolean {
    const { said } = this.linked;
    const place = placeOf(said, n);
    return (said.attributions[said.blockOf[n] ?? 0] ?? []).some(({ via }) => via === place);
  }

  /** A chain is as good as its weakest link. */
  private kindOf(n: number): Support {
    const { said, choices } = this.linked;
    const block = said.blockOf[n] ?? 0;
    const first = said.starts[block] ?? 0;
    const others = said.attributions[block] ?? [];
    let link: number | null = n - first;
    for (let steps = 0; link !== null && steps <= others.length; steps++) {
      const speaker = choices[block]?.[link]?.speaker ?? null;
      if (entityNamed(speaker, this.entities)?.kind === 'anonymous') return 'anonymous';
      link = others[link]?.via ?? null;
    }
    return (attributionAt(said, n)?.via ?? null) === null ? 'attributed' : 'secondhand';
  }
}
