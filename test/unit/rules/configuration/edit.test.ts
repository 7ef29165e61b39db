import { describe, expect, test } from 'vitest';
import { switchOff } from '../../../../server/src/rules/configuration/edit';

/** The text of the file after a rule has been switched off in it. */
function switchedOff(text: string | null, code = 'claim/weasel'): string | null {
  const edits = switchOff(text, code);
  if (!edits) return null;
  return [...edits]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((was, { span, text: put }) => was.slice(0, span[0]) + put + was.slice(span[1]), text ?? '');
}

describe('switching a rule off', () => {
  test('writes a file where there is none', () => {
    expect(switchedOff(null)).toBe('{\n  "rules": {\n    "claim/weasel": "off"\n  }\n}\n');
    expect(switchedOff(' \n')).toBe(switchedOff(null));
  });

  test('keeps all else, comments too', () => {
    expect(switchedOff('{\n  // ours\n  "extends": "ap"\n}\n')).toBe(
      '{\n  // ours\n  "extends": "ap",\n  "rules": {\n    "claim/weasel": "off"\n  }\n}\n',
    );
    expect(switchedOff('{\r\n  "rules": {\r\n    "claim/unsourced": "error" // sic\r\n  }\r\n}')).toBe(
      '{\r\n  "rules": {\r\n    "claim/weasel": "off",\r\n    "claim/unsourced": "error" // sic\r\n  }\r\n}',
    );
  });

  test('takes the place of what was said of it', () => {
    expect(switchedOff('{ "rules": { "claim/weasel": { "severity": "error" } } }')).toBe('{ "rules": { "claim/weasel": "off" } }');
  });

  test('leaves a malformed file alone', () => {
    for (const text of ['{', '[]', '{ "rules": [] }', '['.repeat(100_000)]) expect(switchedOff(text)).toBeNull();
  });
});
