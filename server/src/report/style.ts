import { type Light, PALETTES } from './palette';

const variables = (light: Light): string =>
  Object.entries(PALETTES[light])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The colours of a page that follows the reader's scheme, and of one that is printed. */
export const PAGE_COLOURS = `
:root { color-scheme: light dark; ${variables('light')} }
@media (prefers-color-scheme: dark) { :root { ${variables('dark')} } }
@media (prefers-contrast: more) { :root { ${variables('high-contrast-light')} } }
@media (prefers-color-scheme: dark) and (prefers-contrast: more) { :root { ${variables('high-contrast')} } }
@media print { :root { color-scheme: light; ${variables('light')} } }
`;

/** The colours of a page in VS Code, by the kind of theme; paper and ink are the editor's own. */
export const EDITOR_COLOURS = `
body { ${variables('light')}; --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground) }
body.vscode-dark { ${variables('dark')}; --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground) }
body.vscode-high-contrast { ${variables('high-contrast')}; --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground) }
body.vscode-high-contrast-light { ${variables('high-contrast-light')}; --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground) }
`;

/** How a report looks, on paper and on any ground. Sizes are in rem, so that it follows the reader's. */
export const STYLE = `
* { box-sizing: border-box }
html { font-size: 100% }
body { margin: 0; padding: 0 clamp(1rem, 4vw, 1.5rem) 4rem; background: var(--paper); color: var(--ink); font: 0.875rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif }
main { max-width: 47rem; margin: 0 auto }
main:has(.articles) { max-width: 58rem }
header { border-top: 3px solid var(--ink); margin-top: 2rem; padding-top: 0.5rem }
h1, q, .figures b, .nothing { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Times New Roman", serif }
h1 { font-size: clamp(1.4rem, 6vw, 2.1rem); line-height: 1.15; font-weight: 600; letter-spacing: -0.01em; margin: 0.75rem 0 1.25rem; text-wrap: balance; overflow-wrap: anywhere }
h2 { font-size: 0.8125rem; line-height: 1.4; font-weight: 700; letter-spacing: 0.02em; margin: 0 0 0.15rem }
h3 { font-size: 0.8125rem; font-weight: 600; margin: 1.25rem 0 0.4rem }
section { border-top: 1px solid var(--line); padding-top: 0.6rem; margin-top: 2rem }
.brand { display: flex; justify-content: space-between; gap: 1rem; margin: 0; font-size: 0.8125rem; font-weight: 700 }
.brand span, .note, small, .line, .n, .tick, summary { color: var(--soft) }
.brand span { font-weight: 400; overflow-wrap: anywhere; text-align: end }
.note { margin: 0 0 0.75rem }
small { font-size: 0.8125rem }
.nothing { font-size: 1.25rem; color: var(--soft) }
ul, ol { margin: 0; padding: 0; list-style: none }
.figures { display: flex; flex-wrap: wrap; gap: 0.5rem clamp(1.25rem, 4vw, 2.25rem); font-variant-numeric: lining-nums }
.figures b { display: block; font-size: clamp(1.4rem, 5vw, 1.9rem); line-height: 1.1; font-weight: 500 }
.figures span { color: var(--soft) }
.figures .alert b, .figures .alert span { color: var(--open) }
.figures .alert span { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px }
table { border-collapse: collapse; width: 100%; margin-top: 0.5rem }
th, td { text-align: start; font-weight: 400; padding: 0.3rem 1rem 0.3rem 0; vertical-align: middle; border-bottom: 1px solid var(--line) }
thead th { color: var(--soft); font-size: 0.8125rem; white-space: nowrap }
tbody th { overflow-wrap: anywhere }
tbody tr:last-child > * { border-bottom: 0 }
th small { display: block; line-height: 1.3 }
td.bar { width: 40%; min-width: 7rem; vertical-align: middle }
th.bar span { margin-inline-end: 0.75rem }
td.bar svg { display: block; width: 100%; height: 0.75rem; max-width: 15rem }
.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
th.n:last-child, td.n:last-child { padding-right: 0 }
td.n { color: var(--ink) }
.name { font-weight: 600 }
.unnamed { font-style: italic; font-weight: 600 }
.tag { color: var(--open); font-size: 0.8125rem; font-style: normal; font-weight: 400 }
.swatch { width: 0.8rem; height: 0.8rem; margin-inline-end: 0.35rem; vertical-align: -0.08rem; overflow: visible }
.claims .swatch, .look .swatch { width: 0.95rem; height: 0.95rem; margin-inline-end: 0.5rem; vertical-align: -0.15rem }
.claims th { width: 45% }
.shares { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 2rem }
.stacked h3 { margin-top: 0.25rem; font-weight: 400; color: var(--soft) }
.stacked svg:not(.swatch) { display: block; width: 100%; max-width: 20rem; height: auto }
.stacked ul { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; margin-top: 0.4rem }
.stacked b { font-weight: 600; font-variant-numeric: tabular-nums }
.timeline, .graph, .wide { overflow-x: auto }
.timeline svg { display: block; width: 100%; min-width: 36rem; height: auto }
.graph svg { display: block; max-width: 100%; height: auto; margin: 0.5rem 0 0.75rem }
svg text { font: 11px system-ui, "Segoe UI", Arial, sans-serif; fill: var(--ink) }
svg text.head { font-weight: 600 }
svg text.unnamed, svg .head.unnamed { font-style: italic }
svg .tag { fill: var(--open); font-style: normal; font-weight: 400 }
svg .tick { fill: var(--soft); text-anchor: end; font-variant-numeric: tabular-nums }
svg .tick.middle, svg .in-node { text-anchor: middle }
.own, .p-own { fill: var(--line); stroke: var(--soft); stroke-width: 0.75 }
.ground { fill: var(--paper) }
.p-direct, .p-settled { fill: var(--quote) }
.p-indirect { fill: var(--indirect) }
.p-soft { fill: var(--soft) }
.p-speaker, .p-named { fill: var(--speaker) }
.p-open { fill: var(--open) }
.p-reported { fill: url(#reported); stroke: var(--indirect); stroke-width: 0.75 }
.p-unnamed { fill: url(#unnamed); stroke: var(--speaker); stroke-width: 0.75 }
.guide { stroke: var(--line); stroke-width: 1 }
.m-open { fill: var(--open) }
.m-open-line { fill: none; stroke: var(--open); stroke-width: 2.2; stroke-linecap: round }
.m-line { fill: var(--paper); stroke: var(--indirect); stroke-width: 1.5 }
.m-full { fill: var(--quote) }
.m-check { fill: none; stroke: var(--quote); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round }
.reach { fill: none; pointer-events: all }
.node { fill: var(--paper); stroke: var(--soft); stroke-width: 1; rx: 4px }
.node.unnamed { stroke: var(--open); stroke-dasharray: 4 3 }
.arrow { fill: none; stroke: var(--soft); stroke-width: 1.2 }
.look li { display: flex; align-items: baseline; padding: 0.45rem 0; border-bottom: 1px solid var(--line) }
.look li:last-child { border-bottom: 0 }
.look .swatch { flex: none; position: relative; top: 0.1rem }
.look small { display: block }
q { font-size: 1rem; line-height: 1.4; quotes: none; overflow-wrap: anywhere }
.said li { padding: 0.2rem 0 }
.line { white-space: nowrap; font-size: 0.8125rem }
.go { all: unset; cursor: pointer; border-radius: 2px }
.go:hover, .go:focus-visible { text-decoration: underline; text-underline-offset: 2px }
.go:focus-visible, .sort:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--quote)); outline-offset: 2px }
svg [data-go] { cursor: pointer }
.band:hover rect { opacity: 0.75 }
summary { cursor: pointer; margin: 0.75rem 0 0.25rem; width: fit-content }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.patterns { position: absolute }
.articles th[scope=row] { min-width: 14rem }
.articles th:nth-child(3) { padding-inline-start: 1rem }
.articles td:nth-child(3) { padding-inline-start: 1rem }
.strip { display: block; width: 8rem; height: 0.9rem }
.sort { all: unset; cursor: pointer }
.sort:hover { text-decoration: underline }
[aria-sort=ascending] .sort::after { content: " ↑" }
[aria-sort=descending] .sort::after { content: " ↓" }
@media (forced-colors: active) { svg { forced-color-adjust: none } }
@media print {
  @page { margin: 1.5cm }
  body { padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; font-size: 9.5pt }
  main { max-width: none }
  header { margin-top: 0 }
  details { display: none }
  .timeline, .graph, .stacked, tr, li { break-inside: avoid }
  h2, h3, .note { break-after: avoid }
}
`;
