import { createHash } from 'node:crypto';
import { articleReport } from '../../report/article-report';
import { folderReport } from '../../report/folder-report';
import type { ReportOptions } from '../../report/frame';
import { PAGE_SCRIPT, PAGE_STYLE, standalonePage } from '../../report/page';
import { english } from '../../report/say';
import type { Formatter } from './format';
import type { ReportedFile } from './reported';

/** `report --format html`: one page that needs nothing else and loads nothing; of one article its report, of several a table and what they have together. */
export function reportHtml(folder: string): Formatter<ReportedFile> {
  const articles: ReportedFile[] = [];
  return {
    begin: () => '',
    file(reported) {
      articles.push(reported);
      return '';
    },
    end() {
      const [only] = articles;
      const alone = articles.length === 1 && only !== undefined;
      const options: ReportOptions = { say: english, file: alone ? only.file : folder, places: 'lines' };
      return standalonePage(
        {
          language: 'en',
          title: `${alone ? only.sources.title || only.file : folder || 'On Record'} · On Record`,
          body: alone ? articleReport(only.sources, options) : folderReport(articles, options),
        },
        { style: hashOf(PAGE_STYLE), script: hashOf(PAGE_SCRIPT) },
      );
    },
  };
}

/** As a content security policy names it. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
