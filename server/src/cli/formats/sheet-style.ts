/** The style of the sheet that `verify --format html` writes: in the reader's light or dark scheme on the screen, black on white on paper. */
export const SHEET_STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --faint: #6a6a6f; --line: #d5d5da; --good: #1b6e3c; --bad: #b3261e; --open: #7a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #1b1c1f; --faint: #a0a0a8; --line: #3a3b40; --good: #7fd19b; --bad: #ff9a8f; --open: #e8c468; } }
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 Georgia, 'Times New Roman', serif; max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; }
article + article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 2rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.2rem 0 0.4rem; overflow-wrap: anywhere; }
.file, .facts, .sign, .head, ul, .number { font-family: system-ui, sans-serif; font-size: 0.82rem; color: var(--faint); }
.file, .facts { margin: 0; overflow-wrap: anywhere; }
.sign { display: flex; gap: 2rem; margin: 1.2rem 0 0; }
.sign span { flex: 2; border-bottom: 1px solid var(--faint); padding-bottom: 0.15rem; }
.sign span + span { flex: 1; }
ol { list-style: none; margin: 1.5rem 0 0; padding: 0; }
ol > li { display: grid; grid-template-columns: 3.2rem 1fr; padding: 0.9rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
label { display: flex; align-items: baseline; gap: 0.45rem; }
input { width: 1.05rem; height: 1.05rem; margin: 0; transform: translateY(0.15rem); accent-color: var(--good); }
.head { display: flex; flex-wrap: wrap; gap: 0 0.9rem; margin: 0; }
.outcome { font-weight: 600; }
.good .outcome { color: var(--good); }
.bad .outcome { color: var(--bad); }
.open .outcome { color: var(--open); }
.bad .outcome::before { content: '✗ '; }
.good .outcome::before { content: '✓ '; }
.open .outcome::before { content: '? '; }
.by { margin-left: auto; }
.text { margin: 0.25rem 0; overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; }
ul li { margin: 0.15rem 0; overflow-wrap: anywhere; }
ul q { color: var(--ink); }
del { color: var(--bad); }
ins { color: var(--good); text-decoration: none; font-weight: 600; }
.verdict { font-style: italic; }
.note { display: none; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --line: #bbb; --good: #000; --bad: #000; --open: #000; }
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  article + article { break-before: page; border: 0; margin: 0; padding: 0; }
  .bad .outcome { text-decoration: underline; }
  .note { display: block; height: 1.2rem; border-bottom: 1px dotted #888; margin: 0; }
}
`;
