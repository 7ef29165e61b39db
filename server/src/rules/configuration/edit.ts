import { applyEdits, modify, type ParseError, parseTree } from 'jsonc-parser';
import type { Edit } from '../rule';

/** The text of a new configuration file. */
const EMPTY = '{}\n';

/**
 * The edits that switch the rule `code` off in a configuration file with this text, its comments and layout kept; null where the text is
 * malformed, so that nothing is made worse. Without a text: one that writes a new file.
 */
export function switchOff(text: string | null, code: string): readonly Edit[] | null {
  const source = text === null || text.trim() === '' ? EMPTY : text;
  const errors: ParseError[] = [];
  const root = safely(() => parseTree(source, errors, { allowTrailingComma: true }));
  if (root?.type !== 'object' || errors.length > 0) return null;
  const rules = root.children?.find(({ children: [key] = [] }) => key?.value === 'rules')?.children?.[1];
  if (rules && rules.type !== 'object') return null;
  const edits = modify(source, ['rules', code], 'off', {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: endOf(source) },
    // First among the rules: after the last, a comment at the end of its line would come to stand after ours.
    getInsertionIndex: (names) => (rules ? 0 : names.length),
  });
  if (source !== text) return [{ span: [0, text?.length ?? 0], text: applyEdits(source, edits) }];
  return edits.map(({ offset, length, content }) => ({ span: [offset, offset + length], text: content }));
}

const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** The parser goes down by recursion, and thousands of open brackets end its stack. */
function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
