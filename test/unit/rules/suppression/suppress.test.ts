import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../../server/src/article';
import type { Finding } from '../../../../server/src/rules/rule';
import { ignoreFixes } from '../../../../server/src/rules/suppression/ignore';
import { findingsOn, suppressionRules } from '../../../../server/src/rules/suppression/rules';
import { suppress } from '../../../../server/src/rules/suppression/suppress';
import type { Format } from '../../../../server/src/text/format';
import { apply } from './apply';

const codes = ['claim/unsourced', 'claim/weasel', 'quote/unclosed'];

/** The rules of this test: every “rumour” is a claim/weasel, every “fact” a claim/unsourced. */
function findIn(text: string): Finding[] {
  const words = [...text.matchAll(/\b(?:rumour|fact)\b/g)];
  return words.map(({ 0: word, index }) => ({
    code: word === 'fact' ? 'claim/unsourced' : 'claim/weasel',
    severity: 'warning',
    span: [index, index + word.length],
    message: '',
    related: [],
  }));
}

function check(text: string, format: Format = 'markdown') {
  const article = analyse(text, { format });
  const suppressed = suppress(article, findIn(text));
  const own = findingsOn(suppressed, codes);
  return { article, own, left: suppressed.findings };
}

/** The words still reported, with their line (from 1), then what is said of the comments. */
function report(text: string, format?: Format): string[] {
  const { own, left } = check(text, format);
  const line = (at: number) => text.slice(0, at).split('\n').length;
  return [...left, ...own].map(
    ({ code, span }) => `${line(span[0])} ${code.startsWith('suppression/') ? `${code} ` : ''}${text.slice(...span)}`,
  );
}

describe('a comment that silences rules', () => {
  test('is none where there is none', () => {
    expect(report('A rumour and a fact.')).toEqual(['1 rumour', '1 fact']);
  });

  test('reaches over the next paragraph, as far as that goes, and no further', () => {
    expect(
      report('<!-- onrecord-disable-next-line claim/weasel -- hearsay is the story -->\n\nA rumour, a fact\nand a rumour.\n\nA rumour.'),
    ).toEqual(['3 fact', '6 rumour']);
  });

  test('reaches over the paragraph that it stands in', () => {
    expect(report('A rumour.\n\nA rumour, a fact. <!-- onrecord-disable-line claim/weasel -- x -->\n')).toEqual(['1 rumour', '3 fact']);
  });

  test('silences every rule where it names none, a group where it names that', () => {
    expect(report('<!-- onrecord-disable-next-line -- a listing -->\nA rumour, a fact.')).toEqual([]);
    expect(report('<!-- onrecord-disable-next-line claim/* -- a listing -->\nA rumour, a fact.')).toEqual([]);
  });

  test('silences from one to the other, and all at once or rule by rule', () => {
    const text = `A rumour.

<!-- onrecord-disable claim/weasel, claim/unsourced -- a listing -->

A rumour, a fact.

<!-- onrecord-enable claim/weasel -->

A rumour, a fact.

<!-- onrecord-enable -->

A rumour, a fact.`;
    expect(report(text)).toEqual(['1 rumour', '9 rumour', '13 rumour', '13 fact']);
    expect(report('<!-- onrecord-disable -- all of it -->\n\nA rumour.\n\nA fact.')).toEqual([]);
  });

  test('silences the whole file, also what stands before it', () => {
    expect(report('A rumour, a fact.\n\n<!-- onrecord-disable-file claim/weasel -- satire -->\n\nA rumour.')).toEqual(['1 fact']);
  });

  test('may stand above others for the same paragraph', () => {
    const above = '<!-- onrecord-disable-next-line claim/weasel -- a -->\n<!-- onrecord-disable-next-line claim/unsourced -- b -->\n';
    expect(report(`${above}A rumour, a fact.`)).toEqual([]);
  });

  test('works in plain text, with the marks of many a format', () => {
    for (const line of [
      '// onrecord-disable-next-line claim/weasel -- x',
      '# onrecord-disable-next-line claim/weasel – x',
      '<!-- onrecord-disable-next-line claim/weasel — x -->',
    ]) {
      expect(report(`${line}\nA rumour.\n\nA rumour.`, 'plain')).toEqual(['4 rumour']);
    }
  });

  test('is no comment in code, nor when it speaks of something else', () => {
    expect(report('`<!-- onrecord-disable -- x -->` A rumour.')).toEqual(['1 rumour']);
    expect(report('<!-- onrecord-disabled -- x --> A rumour.')).toEqual(['1 rumour']);
    expect(report('<!-- see onrecord-disable -->\n\nA rumour.')).toEqual(['3 rumour']);
  });
});

describe('a comment that silences nothing', () => {
  test('is reported', () => {
    expect(report('<!-- onrecord-disable-next-line claim/weasel -- x -->\nA fact.')).toEqual([
      '2 fact',
      '1 suppression/unused <!-- onrecord-disable-next-line claim/weasel -- x -->',
    ]);
  });

  test('is reported by the rule that is idle where others are not', () => {
    expect(report('<!-- onrecord-disable-next-line claim/weasel, claim/unsourced -- x -->\nA fact.')).toEqual([
      '1 suppression/unused claim/weasel',
    ]);
  });

  test('is reported where a nearer one has done its work', () => {
    expect(report('<!-- onrecord-disable-file claim/weasel -- x -->\n\n<!-- onrecord-disable-next-line -- y -->\n\nA rumour.')).toEqual([
      '1 suppression/unused <!-- onrecord-disable-file claim/weasel -- x -->',
    ]);
  });

  test('is an end without a beginning, too', () => {
    expect(report('A rumour.\n\n<!-- onrecord-enable -->\n')).toEqual(['1 rumour', '3 suppression/unused <!-- onrecord-enable -->']);
  });

  test('may have meant another rule', () => {
    const { own } = check('<!-- onrecord-disable-next-line claim/waesel -- x -->\nA rumour.');
    expect(own.map(({ message }) => message)).toEqual(['There is no rule “claim/waesel”. Did you mean “claim/weasel”?']);
  });
});

test('a comment that gives no reason is reported where it silences something', () => {
  expect(report('<!-- onrecord-disable-next-line claim/weasel -->\nA rumour.')).toEqual([
    '1 suppression/unexplained <!-- onrecord-disable-next-line claim/weasel -->',
  ]);
  expect(report('// onrecord-disable-next-line claim/weasel --\nA rumour.', 'plain')).toEqual([
    '1 suppression/unexplained // onrecord-disable-next-line claim/weasel --',
  ]);
});

describe('the fixes of such comments', () => {
  const rules = suppressionRules(codes);

  /** What each fix of the first finding of the comments makes of the text. */
  function fixed(text: string, format?: Format): Record<string, string> {
    const { article, own } = check(text, format);
    const [finding] = own;
    const rule = rules.find(({ facts }) => facts.code === finding?.code);
    return Object.fromEntries(finding && rule ? rule.fixes(article, finding).map((fix) => [fix.title, apply(text, fix)]) : []);
  }

  test('remove the comment, with its line', () => {
    expect(fixed('Head\n\n<!-- onrecord-disable-next-line -- x -->\nA story.\n')).toEqual({ 'Remove the comment': 'Head\n\nA story.\n' });
    expect(fixed('A story. <!-- onrecord-disable-line -- x -->\r\nMore.')).toEqual({ 'Remove the comment': 'A story.\r\nMore.' });
    expect(fixed('A story.\n// onrecord-enable', 'plain')).toEqual({ 'Remove the comment': 'A story.\n' });
  });

  test('remove one rule of several', () => {
    expect(fixed('A fact. <!-- onrecord-disable-line claim/weasel, claim/unsourced -- x -->')).toEqual({
      'Remove “claim/weasel”': 'A fact. <!-- onrecord-disable-line claim/unsourced -- x -->',
    });
    expect(fixed('A fact. <!-- onrecord-disable-line claim/unsourced claim/weasel -- x -->')).toEqual({
      'Remove “claim/weasel”': 'A fact. <!-- onrecord-disable-line claim/unsourced -- x -->',
    });
  });

  test('write the rule that was probably meant', () => {
    expect(fixed('A rumour. <!-- onrecord-disable-line weasel -- x -->')).toEqual({
      'Write “claim/weasel”': 'A rumour. <!-- onrecord-disable-line claim/weasel -- x -->',
      'Remove the comment': 'A rumour.',
    });
  });

  test('ask for a reason', () => {
    expect(fixed('A rumour. <!-- onrecord-disable-line -->')).toEqual({
      'Say why it is silenced': 'A rumour. <!-- onrecord-disable-line -- say why -->',
    });
    expect(fixed('// onrecord-disable-next-line claim/weasel\nA rumour.', 'plain')).toEqual({
      'Say why it is silenced': '// onrecord-disable-next-line claim/weasel -- say why\nA rumour.',
    });
  });
});

describe('“Ignore”', () => {
  /** The text after the fix that ignores its first finding `where`. */
  function ignored(text: string, where: 'here' | 'in this file', format?: Format): string {
    const { article, left } = check(text, format);
    const fix = left[0] && ignoreFixes(article, left[0]).find(({ title }) => title.endsWith(where));
    return fix ? apply(text, fix) : 'no fix';
  }

  const HERE = '<!-- onrecord-disable-next-line claim/weasel -- say why -->';

  test('here writes a comment above the paragraph', () => {
    expect(ignored('Head\n\nStory.\n\nA rumour.\n', 'here')).toBe(`Head\n\nStory.\n\n${HERE}\nA rumour.\n`);
    expect(ignored('Story.\r\n\r\nA rumour.', 'here', 'plain')).toBe(`Story.\r\n\r\n${HERE}\r\nA rumour.`);
  });

  test('in this file writes one above everything, below the front matter', () => {
    const comment = '<!-- onrecord-disable-file claim/weasel -- say why -->\n\n';
    expect(ignored('Head\n\nA rumour.', 'in this file')).toBe(`${comment}Head\n\nA rumour.`);
    expect(ignored('---\ntitle: x\n---\n\nA rumour.', 'in this file')).toBe(`---\ntitle: x\n---\n${comment}\nA rumour.`);
    expect(ignored('\ufeffA rumour.', 'in this file', 'plain')).toBe(`\ufeff${comment}A rumour.`);
  });

  test('silences what it was asked to, of any article, and leaves nothing else to say', () => {
    const paragraph = fc.constantFrom(
      'A rumour.',
      'A story.',
      '# A rumour',
      '- A rumour\n- A story',
      '> A rumour,\n> then',
      '**A** rumour',
      'OSLO, March 3 — A rumour.',
      '  A rumour.',
      'A\nrumour.',
    );
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1 }),
        fc.constantFrom<Format>('plain', 'markdown'),
        fc.constantFrom('here' as const, 'in this file' as const),
        (parts, format, where) => {
          const text = parts.join('\n\n');
          const before = check(text, format).left.length;
          if (before === 0) return;
          const after = check(ignored(text, where, format), format);
          expect(after.own).toEqual([]);
          if (where === 'here') expect(after.left.length).toBeLessThan(before);
          else expect(after.left).toEqual([]);
        },
      ),
    );
  });
});

test('any text is checked without a throw, and what is silenced is gone for a reason', () => {
  const piece = fc.constantFrom(
    '<!-- onrecord-disable',
    '<!-- onrecord-disable-next-line',
    '<!-- onrecord-enable',
    ' claim/weasel',
    ' claim/*',
    ' nonsense',
    ' -- x',
    ' -->',
    '\n',
    '\n\n',
    'A rumour. ',
    'A fact. ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<Format>('plain', 'markdown'), (parts, format) => {
      const text = parts.join('');
      const { left, own } = check(text, format);
      expect(left.length).toBeLessThanOrEqual(findIn(text).length);
      for (const { span } of own) expect(text.slice(...span)).not.toBe('');
    }),
  );
});
