import { PATTERNS } from '../../../server/src/report/charts/paint';
import { html } from '../../../server/src/report/html';
import { SORT_SCRIPT } from '../../../server/src/report/sorting';
import { EDITOR_COLOURS, STYLE } from '../../../server/src/report/style';

/** What the page of a report says to VS Code: that a place, or an article of the folder, has been chosen. */
export type FromPage =
  | { readonly go: readonly [line: number, character: number, endLine: number, endCharacter: number] }
  | { readonly file: string };

/** What VS Code says to the page: what to show now. */
export interface ToPage {
  /** Written by server/src/report, which escapes whatever it has from the article. */
  readonly report: string;
}

/** Hears of choices, and puts a new report in the place of the old: scrolled as it was, with the focus where it was, and details as they were. */
const PANEL_SCRIPT = `
const vscode = acquireVsCodeApi();
const report = document.getElementById('report');
document.addEventListener('click', (event) => {
  const chosen = event.target instanceof Element && event.target.closest('[data-go], [data-file]');
  if (!chosen) return;
  if (chosen.dataset.file !== undefined) vscode.postMessage({ file: chosen.dataset.file });
  else vscode.postMessage({ go: chosen.dataset.go.split(' ').map(Number) });
});
const buttons = () => [...report.querySelectorAll('button, summary')];
window.addEventListener('message', ({ data }) => {
  const focused = buttons().indexOf(document.activeElement);
  const open = [...report.querySelectorAll('details')].map((details) => details.open);
  report.innerHTML = data.report;
  report.querySelectorAll('details').forEach((details, i) => { details.open = open[i] ?? false; });
  if (focused >= 0) buttons()[focused]?.focus({ preventScroll: true });
});
`;

/**
 * The page that a report is shown in: it loads nothing, and runs only what bears the nonce.
 * @param nonce a word that nobody can guess, made for this page
 */
export function reportPage({ language, title, nonce, report }: { language: string; title: string; nonce: string; report: string }): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
`}<style nonce="${nonce}">${EDITOR_COLOURS}${STYLE}</style>
</head>
<body>
${PATTERNS}<main id="report">${report}</main>
<script nonce="${nonce}">${SORT_SCRIPT}${PANEL_SCRIPT}</script>
</body>
</html>
`;
}

/** Whether a message from the page is one: the page shows an article's words, and is not trusted with more than it needs. */
export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null) return false;
  const { go, file } = message as { go?: unknown; file?: unknown };
  if (typeof file === 'string') return true;
  return Array.isArray(go) && go.length === 4 && go.every((n) => Number.isSafeInteger(n) && n >= 0);
}
