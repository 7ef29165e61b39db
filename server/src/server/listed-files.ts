import { FORMATS, formatByEnding } from '../text/formats';

/** A file of an open folder that may be an article. */
export interface ListedFile {
  readonly uri: string;
  /** Changes when the file does; empty where nobody knows. */
  readonly stamp: string;
}

/** The most files of the open folders that are read. */
export const MOST_FILES = 2000;

/** Whether a file may be an article, by its name or address, without anybody asking for its format. */
export const mayBeArticle = (name: string): boolean => formatByEnding(name)?.onlyAsked === false;

/** How the names end for which `mayBeArticle` holds. */
export const ARTICLE_ENDINGS: readonly string[] = FORMATS.filter(({ onlyAsked }) => !onlyAsked).flatMap(({ endings }) => endings);

/** The files for which `mayBeArticle` holds, as a pattern of the protocol. */
export const ARTICLE_PATTERN = `**/*{${ARTICLE_ENDINGS.join(',')}}`;
