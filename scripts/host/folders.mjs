// Where things stand: the checkout, and the cache beside it that no commit carries.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What was fetched for running VS Code: kept between runs, ignored by git, safe to delete. */
export const cache = path.join(root, '.vscode-test');

/** What a built extension is made of. */
export const dist = path.join(root, 'dist');
