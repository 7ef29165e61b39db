import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../text/span';
import type { Collection, Malformed } from './collection';
import { isObject, type Json, type JsonObject, listOf } from './json';

/** A collection, or what is wrong with its file. */
export type Read = { readonly collection: Collection } | { readonly malformed: Malformed };

/**
 * Reads a file of annotations: a collection with its page, a page, a list of annotations, or one alone, as other tools write them. What is not JSON,
 * or holds no annotations, is malformed; never throws.
 */
export function readCollection(text: string): Read {
  const conflict = conflictIn(text);
  if (conflict) return malformed(conflict, 'Git could not merge two versions of this file, and left both in it. Keep one of each pair.');
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (source.trim() === '') return malformed([0, text.length], 'The file is empty. Delete it, or put back what it held.');
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return malformed([0, text.length], 'Braces and brackets are nested too deeply.');
  }
  const [error] = errors;
  if (error) {
    const start = Math.min(error.offset, text.length);
    return malformed([start, Math.min(text.length, start + error.length)], SYNTAX[printParseErrorCode(error.error)] ?? 'This is no JSON.');
  }
  if (!root) return malformed([0, text.length], 'This is no JSON.');
  return collectionOf(JSON.parse(source) as Json, indentOf(text));
}

const malformed = (span: Span, message: string): Read => ({ malformed: { span, message } });

const SYNTAX: Readonly<Record<string, string>> = {
  ValueExpected: 'A value is missing here.',
  CommaExpected: 'A comma is missing here.',
  ColonExpected: 'A colon is missing here.',
  PropertyNameExpected: 'A name in double quotation marks is missing here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  UnexpectedEndOfString: 'A closing quotation mark is missing.',
  EndOfFileExpected: 'The file goes on after its end.',
};

/** Where git has left both sides of a conflict. */
function conflictIn(text: string): Span | null {
  const match = /^<{7}[ \r\n]/m.exec(text);
  return match && /^>{7}[ \r\n]/m.test(text) ? [match.index, match.index + 7] : null;
}

/** What the first indented line is indented by. */
const indentOf = (text: string): string => /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';

function collectionOf(value: Json, indent: string): Read {
  const whole: Span = [0, 1];
  if (Array.isArray(value)) return itemsOf(value, (items) => ({ frame: null, items, indent }));
  if (!isObject(value)) return malformed(whole, 'Here a collection of annotations should stand.');
  if (isA(value, 'Annotation')) return { collection: { frame: {}, items: [value], indent } };
  if (isObject(value.first)) {
    const { items, ...page } = value.first;
    return itemsOf(listOf(items), (all) => ({ frame: { ...value, first: page }, items: all, indent }));
  }
  if (typeof value.first === 'string')
    return malformed(whole, 'This collection keeps its annotations in other files, which On Record does not read.');
  if (value.items !== undefined) {
    const { items, ...frame } = value;
    return itemsOf(listOf(items), (all) => ({ frame, items: all, indent }));
  }
  if (isA(value, 'AnnotationCollection'))
    return { collection: { frame: { ...value, first: { type: 'AnnotationPage' } }, items: [], indent } };
  return malformed(whole, 'This is JSON, but no collection of annotations.');
}

/** Items that are no objects can be kept by no one that changes the list, so a list with such is left alone. */
function itemsOf(list: readonly Json[], make: (items: readonly JsonObject[]) => Collection): Read {
  const items = list.filter(isObject);
  return items.length === list.length
    ? { collection: make(items) }
    : malformed([0, 1], 'One of the annotations is no object, so On Record leaves this file alone.');
}

const isA = (value: JsonObject, type: string): boolean => listOf(value.type).includes(type);
