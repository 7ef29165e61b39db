import { describe, expect, test } from 'vitest';
import { definitions } from '../../../server/src/features/definition';
import { marked, shown } from './cursor';

/** From the cursor to what stands in brackets. */
function leads(text: string): void {
  const at = marked(text);
  const found = definitions(at.article, at.cursor, 0.5).map(({ to }) => to);
  expect(shown(at, found)).toEqual(shown(at, at.brackets));
}

describe('going to a definition', () => {
  test('leads from a surname, a pronoun and a role to the fullest naming', () => {
    leads('[Mayor Ana Ruiz] opened the pier on Monday. “It is ours,” Ru|iz said.');
    leads('[Mayor Ana Ruiz] opened the pier on Monday. “It is ours,” s|he said.');
    leads('[Mayor Ana Ruiz] opened the pier on Monday. “It is ours,” said the ma|yor.');
  });

  test('takes the naming with the role over one without, and the text over the headline', () => {
    leads('Ana Ruiz opens pier\n\n[Mayor Ana Ruiz] opened the pier. R|uiz wore a hat.');
  });

  test('leads from the naming to itself, so that editors go on to the references', () => {
    leads('[Mayor Ana R|uiz] opened the pier on Monday. “It is ours,” Ruiz said.');
  });

  test('leads from a quote, and from words in the writer’s own, to who said them', () => {
    leads('[Mayor Ana Ruiz] opened the pier on Monday. “It is ou|rs and it stays,” Ruiz told reporters.');
    leads('[Mayor Ana Ruiz] opened the pier on Monday. She said that the railings wou|ld be painted.');
  });

  test('leads from a later paragraph of a speech to its speaker', () => {
    leads('“It is ours and it stays,” said [the mayor, Ana Ruiz]. “We paid for it.\n\n“We pai|d for every nail.”');
  });

  test('leads from the cue of a relay to where the words come from', () => {
    leads(
      'Food group Mlekar is considering a sale, the Corvin Ledger reported on Tuesday, cit|ing [four people familiar with the discussions].',
    );
    leads('The Corvin Ledger re|ported on Tuesday that [two officials] said the bridge would open in May.');
  });

  test('leads to the words of a source whom nobody can tell', () => {
    const at = marked('Ana Ruiz met Eva Moss on Monday. “It is wet,” sh|e said.');
    expect(definitions(at.article, at.cursor, 0).length).toBeLessThanOrEqual(1);
  });

  test('leads nowhere from plain words', () => {
    leads('Mayor Ana Ruiz opened the pier. The rail|ings are green.');
    leads('|');
  });
});
