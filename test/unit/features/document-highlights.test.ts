import { describe, expect, test } from 'vitest';
import { highlights } from '../../../server/src/features/document-highlights';
import { marked, shown } from './cursor';

/** What lights up from the cursor: in brackets what is read, in braces what is written. */
function light(text: string): void {
  const at = marked(text);
  const found = highlights(at.article, at.cursor);
  const of = (kind: 'read' | 'write') =>
    shown(
      at,
      found.flatMap((one) => (one.kind === kind ? [one.span] : [])),
    );
  expect(of('read')).toEqual(shown(at, at.brackets));
  expect(of('write')).toEqual(shown(at, at.braces));
}

/** The marks that light up from the cursor, in brackets. */
function pair(text: string): void {
  const at = marked(text);
  const found = highlights(at.article, at.cursor);
  expect(
    shown(
      at,
      found.flatMap(({ span, kind }) => (kind === 'mark' ? [span] : [])),
    ),
  ).toEqual(shown(at, at.brackets));
}

describe('highlights', () => {
  test('show every mention of a speaker, and where the speaker is introduced', () => {
    light('{Mayor Ana Ruiz} opened the pier. “It is ours,” [Ru|iz] said. [She] wore a hat.');
  });

  test('show the partner of a quotation mark, on either side of it', () => {
    pair('Mayor Ana Ruiz spoke. [|“]It is ours and it stays,[”] Ruiz said.');
    pair('Mayor Ana Ruiz spoke. [“]It is ours and it stays,[”|] Ruiz said.');
    pair('Mayor Ana Ruiz spoke. [|"]It is ours and it stays,["] Ruiz said.');
  });

  test('show all marks of a speech that runs over paragraphs', () => {
    pair('“It is ours and it stays,” said the mayor, Ana Ruiz. [“]We paid for it.\n\n[“|]We paid for every nail.[”]');
  });

  test('show a mark alone that has no partner', () => {
    pair('The mayor, Ana Ruiz, spoke. [“|]It is ours and it stays, Ruiz said.');
  });

  test('leave the words of a quote alone', () => {
    light('Mayor Ana Ruiz spoke. “It is ours and it sta|ys,” Ruiz said.');
  });
});
