import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../text/span';
import { type ProblemCode, type Report, replacement } from './problem';
import { closestTo } from './suggest';

/** Makes a value of a node, or reports why it can't and returns undefined. */
export type Read<T> = (node: Node, report: Report) => T | undefined;

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This word is no JSON: text stands in double quotation marks.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name in double quotation marks is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The file goes on after its end: one pair of braces holds everything.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  UnexpectedEndOfString: 'A closing quotation mark is missing.',
  UnexpectedEndOfNumber: 'This number is cut off.',
  InvalidUnicode: 'This is no Unicode escape.',
  InvalidEscapeCharacter: 'After \\ only " \\ / b f n r t u may follow.',
  InvalidCharacter: 'This character may not stand in a text.',
};

/** Reads JSON with comments and trailing commas; reports what is malformed, and makes of the rest what it can. Never throws. */
export function readJson<T>(text: string, read: Read<T>, takeDown: Report): T | undefined {
  // What is cut off ends, for the parser, beyond the end.
  const within = (offset: number): number => Math.min(text.length, offset);
  const report: Report = (problem) => takeDown({ ...problem, span: [within(problem.span[0]), within(problem.span[1])] });
  const errors: ParseError[] = [];
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const root = parsed(source, errors);
  if (root === 'too deep') {
    report({ code: 'config/syntax', span: [0, text.length], message: 'Braces and brackets are nested too deeply.', fixes: [] });
    return undefined;
  }
  for (const { error, offset, length } of errors) {
    const message = SYNTAX[printParseErrorCode(error)] ?? 'This is no JSON.';
    report({ code: 'config/syntax', span: [offset, offset + length], message, fixes: [] });
  }
  if (root) return read(root, report);
  if (errors.length === 0)
    report({ code: 'config/syntax', span: [0, text.length], message: 'The file is empty; write {} at least.', fixes: [] });
  return undefined;
}

/** The parser goes down by recursion; thousands of open brackets, and nothing else, end its stack. */
function parsed(source: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    return parseTree(source, errors, { allowTrailingComma: true });
  } catch {
    return 'too deep';
  }
}

export const spanOf = ({ offset, length }: Node): Span => [offset, offset + length];

/** What stands at the node, short enough for a message. */
function shown(node: Node): string {
  if (node.type === 'object') return 'an object';
  if (node.type === 'array') return 'a list';
  const value = JSON.stringify(node.value) ?? 'nothing';
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}

/** Reports that `node` is not what `expected` says. */
export function wrong(node: Node, expected: string, report: Report): undefined {
  report({ code: 'config/wrong-value', span: spanOf(node), message: `Here stands ${expected}, not ${shown(node)}.`, fixes: [] });
}

/** Reports that no `what` is called `name`; offers the one of `names` that was probably meant, or else says `otherwise`. */
export function unknownName(
  { code, what, otherwise }: { code: ProblemCode; what: string; otherwise?: string },
  name: string,
  names: readonly string[],
  node: Node,
  report: Report,
): undefined {
  const meant = closestTo(name, names);
  const advice = meant ? `Did you mean “${meant}”?` : otherwise;
  report({
    code,
    span: spanOf(node),
    message: `There is no ${what} “${name}”.${advice ? ` ${advice}` : ''}`,
    fixes: meant ? [replacement(`Write “${meant}”`, spanOf(node), JSON.stringify(meant))] : [],
  });
}

/** A text, be it empty. */
export const anyText: Read<string> = (node, report) =>
  node.type === 'string' && typeof node.value === 'string' ? node.value : wrong(node, 'a text in quotation marks', report);

/** A text that holds something. */
export const text: Read<string> = (node, report) =>
  node.type === 'string' && typeof node.value === 'string' && node.value.trim() !== ''
    ? node.value
    : wrong(node, 'a text in quotation marks', report);

export const yesOrNo: Read<boolean> = (node, report) =>
  node.type === 'boolean' && typeof node.value === 'boolean' ? node.value : wrong(node, 'true or false', report);

/** A number from 0 to 1. */
export const share: Read<number> = (node, report) =>
  node.type === 'number' && typeof node.value === 'number' && node.value >= 0 && node.value <= 1
    ? node.value
    : wrong(node, 'a number from 0 to 1', report);

/** A whole number from 1 on. */
export const count: Read<number> = (node, report) =>
  Number.isSafeInteger(node.value) && node.value >= 1 ? Number(node.value) : wrong(node, 'a whole number from 1 on', report);

/** A list of what `read` reads; items that it can't read are left out. */
export const listOf =
  <T>(read: Read<T>, expected: string): Read<readonly T[]> =>
  (node, report) =>
    node.type === 'array'
      ? (node.children ?? []).flatMap((item) => {
          const value = read(item, report);
          return value === undefined ? [] : [value];
        })
      : wrong(node, expected, report);

/** One of what `read` reads, or a list of them. */
export const oneOrMore =
  <T>(read: Read<T>, expected: string): Read<readonly T[]> =>
  (node, report) => {
    if (node.type === 'array') return listOf(read, expected)(node, report);
    const value = read(node, report);
    return value === undefined ? undefined : [value];
  };

/** The properties of an object node, each name once; names said again are reported, and the last word counts, as in JSON everywhere. */
export function propertiesOf(node: Node, report: Report): { name: string; key: Node; value: Node }[] {
  const properties = new Map<string, { name: string; key: Node; value: Node }>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    const name: unknown = key?.value;
    if (!key || !value || typeof name !== 'string') continue;
    const earlier = properties.get(name);
    if (earlier) {
      const message = `“${name}” is said again below, and only that counts.`;
      report({ code: 'config/duplicate-key', span: spanOf(earlier.key), message, fixes: [] });
    }
    properties.set(name, { name, key, value });
  }
  return [...properties.values()];
}

/** An object with these fields, each optional; reports what else it holds. */
export const objectOf =
  <T extends object>(fields: { readonly [K in keyof T]-?: Read<T[K]> }, expected: string): Read<Partial<T>> =>
  (node, report) => {
    if (node.type !== 'object') return wrong(node, expected, report);
    const values: Partial<T> = {};
    const names = Object.keys(fields);
    for (const { name, key, value } of propertiesOf(node, report)) {
      if (!isKeyOf(fields, name)) {
        unknownName({ code: 'config/unknown-key', what: 'setting' }, name, names, key, report);
        continue;
      }
      const read = fields[name](value, report);
      if (read !== undefined) values[name] = read;
    }
    return values;
  };

const isKeyOf = <T extends object>(fields: T, name: PropertyKey): name is keyof T => Object.hasOwn(fields, name);
