import { type Html, html } from '../html';

/** A rectangle of a chart, in its units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The patterns that charts are painted with, once a page: what is solid and what is hatched is told apart without colour. */
export const PATTERNS: Html = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="reported" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="5" height="5"/><rect class="p-indirect" width="2" height="5"/></pattern>
<pattern id="unnamed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="ground" width="5" height="5"/><rect class="p-speaker" width="1.6" height="5"/></pattern>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="p-soft" d="M0 0 8 4 0 8z"/></marker>
</defs></svg>
`;

/** What a stretch of a chart stands for. */
export type Paint = 'direct' | 'reported' | 'named' | 'unnamed' | 'own' | 'open' | 'settled';

/** A filled rectangle. */
export const bar = ({ x, y, width, height }: Box, paint: Paint): Html =>
  html`<rect class="p-${paint}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;

/** To a hundredth: drawings are text, and long numbers are most of it. */
export const round = (n: number): number => Math.round(n * 100) / 100;
