import type { TextDocument } from 'vscode';

/** The languages that On Record may read. */
export const LANGUAGES: readonly string[] = ['article', 'plaintext', 'markdown'];

/** Where it reads them: real files and drafts, not the sides of a diff or a log. */
export const SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** Whether a document is one that On Record may read. */
export const isReadable = ({ languageId, uri }: TextDocument): boolean => LANGUAGES.includes(languageId) && SCHEMES.includes(uri.scheme);

/** The languages that it reads where somebody turns it on for a file, or `.onrecord.json` for a folder. It shows itself nowhere else. */
export const ASKED_LANGUAGES: readonly string[] = ['html'];
