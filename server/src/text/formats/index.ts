import type { Comment } from '../comments';
import type { ArticleFormat, Format } from '../format';
import { html } from './html';
import { markdown } from './markdown';
import { plain } from './plain';

/** All formats. To add one: its file here, its name in `Format`, its line in this list, and its tests (docs/formats.md). */
export const FORMATS: readonly ArticleFormat[] = [plain, markdown, html];

/** The format of this name. */
export const formatNamed = (id: Format): ArticleFormat => FORMATS.find((format) => format.id === id) ?? plain;

/** The format of a language as editors name it; plain text where none says that it is its own. */
export const formatOfLanguage = (languageId: string): ArticleFormat =>
  FORMATS.find(({ languages }) => languages.includes(languageId)) ?? plain;

/** The format that claims the ending of a file's name for its own; undefined where none does. */
export function formatByEnding(name: string): ArticleFormat | undefined {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? '';
  return FORMATS.find(({ endings }) => endings.includes(ending));
}

/** The format of a file by the ending of its name; plain text where none says that it is its own. */
export const formatOfFile = (name: string): ArticleFormat => formatByEnding(name) ?? plain;

/** The comments of an article, in order. Linear; never throws. */
export const findComments = (text: string, format: Format): Comment[] => formatNamed(format).comments(text);
