import { type Html, html } from '../html';
import { percents, type Say } from '../say';
import { bar, type Paint } from './paint';

/** A part of a whole. */
export interface Part {
  readonly label: string;
  readonly value: number;
  readonly paint: Paint;
}

const WIDTH = 224;
const HEIGHT = 16;
/** Between two parts. */
const GAP = 2;

/** A whole as one bar, with what its parts are called below it: the words say everything that the bar does. */
export function stacked(title: string, parts: readonly Part[], say: Say): Html {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const shown = parts.filter(({ value }) => value > 0);
  const shares = percents(
    say,
    parts.map(({ value }) => value),
  );
  const room = WIDTH - GAP * Math.max(0, shown.length - 1);
  let x = 0;
  const bars = shown.map(({ value, paint }) => {
    const width = (room * value) / whole;
    const drawn = bar({ x, y: 0, width, height: HEIGHT }, paint);
    x += width + GAP;
    return drawn;
  });
  return html`<div class="stacked"><h3>${title}</h3>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${bars}</svg>
<ul>${parts.map(({ label, paint }, i) => html`<li>${swatch(paint)}${label} <b>${shares[i] ?? ''}</b></li>`)}</ul></div>\n`;
}

/** A small square in a paint, beside what it stands for. */
export const swatch = (paint: Paint): Html =>
  html`<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${bar({ x: 0.5, y: 0.5, width: 11, height: 11 }, paint)}</svg>`;
