import type { BlockKind } from '../text/blocks';
import { type Quantity, quantitiesOf } from '../text/quantities';
import { lookFor } from './by-block';

const TOLD: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

/** The figures of an article's running text, by block; relative to it. */
export const figuresTold = lookFor(({ kind, text }): readonly Quantity[] => (TOLD.has(kind) ? quantitiesOf(text) : []));

const SHOWN: ReadonlySet<BlockKind> = new Set(['headline', 'subhead', 'caption']);

/** The same of its headlines, subheads and captions. */
export const figuresShown = lookFor(({ kind, text }): readonly Quantity[] => (SHOWN.has(kind) ? quantitiesOf(text) : []));
