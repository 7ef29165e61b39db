import { expect, test } from 'vitest';
import { PLAINEST } from '../../../server/src/features/abilities';
import { diagnostic } from '../../../server/src/features/diagnostics';
import { Lines } from '../../../server/src/features/lines';
import { shownBy } from '../../../server/src/features/shown';
import type { Finding } from '../../../server/src/rules/rule';

const lines = new Lines('One. Two.\n');
const finding = (code: string, span: Finding['span']): Finding => ({ code, severity: 'warning', span, message: 'Who?', related: [] });
const show = (of: Finding) => diagnostic(of, 'file:///a.txt', lines, PLAINEST);

test('a finding’s diagnostics are those of its rule at its very place, from On Record or from nobody said', () => {
  const found = finding('claim/unsourced', [0, 4]);
  const own = show(found);
  const { source: _, ...unnamed } = own;
  const others = [show(finding('claim/weasel', [0, 4])), show(finding('claim/unsourced', [0, 9])), { ...own, source: 'Spelling' }];
  expect(shownBy([...others, own, unnamed], lines)(found)).toEqual([own, unnamed]);
  expect(shownBy([], lines)(found)).toEqual([]);
});
