import { leading, type ReportOptions } from '../frame';
import { type Html, html } from '../html';
import { supportName } from '../names';
import { type ClaimSupport, type SourcedClaim, SUPPORTS } from '../sources';
import { bar } from './paint';

const WIDTH = 240;
const HEIGHT = 12;

/** How a claim's support is drawn: each a shape of its own, since colour alone tells nothing. Around 0, 0; some 5 to each side. */
export function claimMark(support: ClaimSupport, needsSource: boolean): Html {
  if (needsSource) return html`<path class="m-open" d="M0-5.5 5.5 4.5H-5.5z"/>`;
  switch (support) {
    case 'none':
      return html`<circle class="m-line" r="4"/>`;
    case 'disputed':
      return html`<path class="m-open-line" d="M-4-4 4 4M4-4-4 4"/>`;
    case 'anonymous':
      return html`<path class="m-line" d="M0-5 5 0 0 5-5 0z"/>`;
    case 'secondhand':
      return html`<path class="m-line" d="M-4-4H4V4H-4z"/>`;
    case 'attributed':
      return html`<circle class="m-full" r="4"/>`;
    case 'cited':
      return html`<path class="m-full" d="M-4-4H4V4H-4z"/>`;
    case 'verified':
      return html`<path class="m-check" d="M-5 0-1.5 4 5-4.5"/>`;
  }
}

/** A mark in a line of text. */
const markInText = (support: ClaimSupport, needsSource: boolean): Html =>
  html`<svg class="swatch" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">${claimMark(support, needsSource)}</svg>`;

/** Somebody known stands behind these: their bars are solid. */
const SETTLED: ReadonlySet<ClaimSupport> = new Set(['attributed', 'cited', 'verified']);

/** Claims by who stands behind them, with how many there are. */
export function claimTable(claims: readonly SourcedClaim[], { say }: Pick<ReportOptions, 'say'>): Html {
  const kinds: readonly (readonly [ClaimSupport, boolean])[] = [['none', true], ...SUPPORTS.map((support) => [support, false] as const)];
  const rows = kinds
    .map(([support, open]) => ({
      support,
      open,
      n: claims.filter((claim) => claim.needsSource === open && (open || claim.support === support)).length,
    }))
    .filter(({ n }) => n > 0);
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return html`<table class="claims"><thead class="unseen"><tr><th scope="col">${say('Support')}</th><td></td><th scope="col">${say('Claims')}</th></tr></thead><tbody>${rows.map(
    ({ support, open, n }) => html`<tr><th scope="row">${markInText(support, open)}${supportName(support, open, say)}</th>
<td class="bar"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${bar({ x: 0, y: 0, width: (WIDTH * n) / most, height: HEIGHT }, open || support === 'disputed' ? 'open' : SETTLED.has(support) ? 'settled' : 'reported')}</svg></td>
<td class="n">${n}</td></tr>\n`,
  )}</tbody></table>\n`;
}

/** The kinds of support that an editor may want to better. */
const THIN: ReadonlySet<ClaimSupport> = new Set(['disputed', 'anonymous', 'secondhand']);

/** The claims that an editor may want to look at, each with its words. */
export function claimsToLookAt(claims: readonly SourcedClaim[], options: ReportOptions): Html {
  const { say } = options;
  const list = [
    ...claims.filter(({ needsSource }) => needsSource),
    ...claims.filter(({ needsSource, support }) => !needsSource && THIN.has(support)),
  ];
  if (list.length === 0) return html``;
  return html`<h3>${say('To look at')}</h3><ul class="look">${list.map(
    ({ text, support, needsSource, place }) =>
      html`<li>${markInText(support, needsSource)}<div><small>${supportName(support, needsSource, say)}</small>${leading(html`<q>${text}</q>`, place, options)}</div></li>\n`,
  )}</ul>\n`;
}
