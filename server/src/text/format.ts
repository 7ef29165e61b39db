/** How an article is written down; decides what is markup and what is prose. */
export type Format = 'plain' | 'markdown';
