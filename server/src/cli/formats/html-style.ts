/** The style of the page that `annotate --format html` writes; follows the reader's light or dark scheme. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --quote: #0b5cad; --source: #8a3ffc; --cue: #6f6f6f; --none: #b81921; --unnamed: #8e6a00; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --quote: #78b6ff; --source: #c9a3ff; --cue: #a8a8a8; --none: #ff8389; --unnamed: #f1c21b; } }
body { font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font: 0.9rem/1.4 ui-monospace, monospace; border-top: 1px solid var(--line); padding-top: 1rem; overflow-wrap: anywhere; }
h2 { line-height: 1.25; }
p { white-space: pre-wrap; overflow-wrap: anywhere; }
.legend, table { font: 0.85rem/1.5 system-ui, sans-serif; }
.byline, .dateline, .caption, .credit { font-size: 0.9em; opacity: 0.8; }
.list-item { padding-left: 1.5rem; }
.pull-quote { border-left: 3px solid var(--line); padding-left: 1rem; }
.q { color: var(--quote); }
.c { background: color-mix(in srgb, var(--quote) 8%, transparent); }
.s { color: var(--source); font-weight: 600; }
.u { color: var(--cue); font-style: italic; }
.unclosed { text-decoration: underline wavy var(--none); }
.k-none { text-decoration: underline wavy var(--none); }
.k-anonymous, .k-secondhand { text-decoration: underline dotted var(--unnamed); }
.k-disputed { text-decoration: underline double var(--none); }
table { border-collapse: collapse; margin: 1.5rem 0; }
th, td { text-align: left; padding: 0.2rem 1rem 0.2rem 0; border-bottom: 1px solid var(--line); }
td:last-child { text-align: right; }
`;
