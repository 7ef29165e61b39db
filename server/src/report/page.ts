import { PATTERNS } from './charts/paint';
import { type Html, html } from './html';
import { SORT_SCRIPT } from './sorting';
import { PAGE_COLOURS, STYLE } from './style';

/** What a page is made of. */
export interface Page {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
}

/** The style and the script of {@link standalonePage}, as its policy has to name them by hash. */
export const PAGE_STYLE = `${PAGE_COLOURS}${STYLE}`;
export const PAGE_SCRIPT = SORT_SCRIPT;

/**
 * A page that needs nothing else, loads nothing, and runs nothing but the script that sorts its table.
 * @param sources what its content security policy lets through, as `'sha256-…'`
 */
export function standalonePage({ language, title, body }: Page, sources: { readonly style: string; readonly script: string }): string {
  const policy = `default-src 'none'; style-src ${sources.style}; script-src ${sources.script}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
`}<style>${PAGE_STYLE}</style>
</head>
<body>
${PATTERNS}<main>${body}</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
