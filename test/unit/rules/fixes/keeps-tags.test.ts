import { describe, expect, test } from 'vitest';
import { analyse } from '../../../../server/src/article';
import { check, fixesFor, ignoresFor } from '../../../../server/src/rules';
import { keepsTags } from '../../../../server/src/rules/fixes/keeps-tags';
import type { Edit, Fix } from '../../../../server/src/rules/rule';

const TEXT = `<h1>Ferry to return</h1>
<p>The landing will reopen in May, Mayor <b>Ana Ruiz</b> said.</p>
<p>The repair has cost the town more than <i>3 million crowns</i> since 2019.</p>
<p>&ldquo;It is the wrong place for a harbour.&rdquo;</p>
<p><q>Nobody asked us about it,</q> he said. <q>It was done at night.</q></p>
`;
const article = analyse(TEXT, { format: 'html' });

/** The text after some edits, placeholders as their words. */
function after(edits: readonly Edit[]): string {
  let text = TEXT;
  for (const { span, text: by } of [...edits].sort((a, b) => b.span[0] - a.span[0]))
    text = text.slice(0, span[0]) + by + text.slice(span[1]);
  return text;
}
const tagsIn = (text: string): string[] => text.match(/<\/?\w+>|&\w+;/g) ?? [];
const insertAt = (at: number): Fix => ({ title: '', edits: [{ span: [at, at], text: 'X' }], preferred: false, safe: false });

describe('a fix in HTML', () => {
  test('leaves every tag and entity whole, for each finding', () => {
    const findings = check(article);
    expect(findings.map(({ code }) => code)).toContain('claim/unsourced');
    let tried = 0;
    for (const finding of findings) {
      for (const { edits } of [...fixesFor(article, finding), ...ignoresFor(article, finding)]) {
        tried++;
        const left = tagsIn(after(edits));
        for (const tag of new Set(tagsIn(TEXT)))
          expect(left.filter((other) => other === tag).length).toBeGreaterThanOrEqual(tagsIn(TEXT).filter((other) => other === tag).length);
      }
    }
    expect(tried).toBeGreaterThan(4);
  });

  test('is written beside a tag that it would be written into: after one that closes a quotation, else before it', () => {
    const closes = TEXT.indexOf('</q>');
    expect(keepsTags(article, insertAt(closes + 1))?.edits[0]?.span).toEqual([closes + 4, closes + 4]);
    const bold = TEXT.indexOf('<b>');
    expect(keepsTags(article, insertAt(bold + 1))?.edits[0]?.span).toEqual([bold, bold]);
    expect(keepsTags(article, insertAt(bold))?.edits[0]?.span).toEqual([bold, bold]);
  });

  test('is not made where it would replace a tag or a part of one', () => {
    const bold = TEXT.indexOf('<b>');
    for (const span of [
      [bold - 3, bold + 5],
      [bold + 1, bold + 6],
      [bold - 3, bold + 1],
    ] as const)
      expect(keepsTags(article, { ...insertAt(0), edits: [{ span, text: 'X' }] })).toBeNull();
    expect(keepsTags(article, { ...insertAt(0), edits: [{ span: [bold + 3, bold + 6], text: 'X' }] })).not.toBeNull();
  });
});
