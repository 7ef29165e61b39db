import type { Article } from '../article';
import type { Claim } from '../claims/support';
import type { Place } from '../evidence/place';
import { citing } from '../rules/fixes/cite';
import { whereIs } from '../rules/judged-quotes';
import type { Fix } from '../rules/rule';
import { claimsToLookUp } from '../rules/sought';

/** A way to cite a passage for a claim. */
export interface Citation {
  readonly claim: Claim;
  readonly fix: Fix;
}

/** The most passages that are offered for one claim. */
const MOST = 2;

/**
 * The ways to cite, for each claim, the passages beside the article that bear it out: a footnote that says where they are, with a link in Markdown.
 * `pathTo` is the path of a document from the article; undefined where there is none.
 */
export function citations(article: Article, pathTo: (document: string) => string | undefined): Citation[] {
  return claimsToLookUp(article).flatMap(({ claim, text }) => {
    if (claim.support === 'cited' || claim.support === 'verified') return [];
    const passages = article.evidence.claims.get(text)?.passages ?? [];
    return passages
      .filter(({ bearing }) => bearing === 'supports')
      .slice(0, MOST)
      .flatMap(({ place }) => {
        const fix = citing(article, claim.span, sourceLine(article, place, pathTo(place.document)));
        return fix ? [{ claim, fix: { ...fix, title: `Cite ${whereIs(place)}` } }] : [];
      });
  });
}

/** What the footnote says. */
function sourceLine({ format }: Article, place: Place, path: string | undefined): string {
  const where = whereIs(place);
  if (format !== 'markdown' || path === undefined) return where;
  const address = path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')))
    .join('/');
  return `[${where.replace(/[[\]\\]/g, '\\$&')}](${address})`;
}
