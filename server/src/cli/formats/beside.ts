import type { Place } from '../../evidence/place';

/** A place in a document beside an article, as a terminal leads to it: "sources/council.txt:8:1"; in a PDF by its page: "sources/report.pdf, page 3". */
export const pointTo = ({ name, start, page }: Place): string =>
  page === null ? `${name}:${start.line + 1}:${start.columns['utf-16'] + 1}` : `${name}, page ${page}`;
