import { type Annotation, isVerdict, type Kind, type Source, type Stamp, type Verdict } from './annotation';
import { isObject, type Json, type JsonObject, listOf, textOf } from './json';

/** How lines of a plain text are named in an address: RFC 5147. Lines are counted from 0, before and after which they lie. */
const LINES = 'http://tools.ietf.org/rfc/rfc5147';

/** The tag by which a settled annotation is known; it names nothing else, and any tool shows it. */
const RESOLVED = 'resolved';

/** What the bodies of an annotation say, together. */
export interface Said {
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly sources: readonly Source[];
  readonly resolved: Stamp | null;
}

/** What one body is for. */
type Part = { readonly part: 'verdict'; readonly verdict: Verdict } | { readonly part: 'note'; readonly note: string } | { readonly part: 'source'; readonly source: Source } | { readonly part: 'resolved'; readonly stamp: Stamp } | null; // biome-ignore format: one choice a line is no easier to read

/** Reads the bodies of an item. */
export function saidBy(item: JsonObject): Said {
  const parts = bodiesOf(item).map(partOf);
  const notes = parts.flatMap((part) => (part?.part === 'note' ? [part.note] : []));
  return {
    verdict: parts.flatMap((part) => (part?.part === 'verdict' ? [part.verdict] : []))[0] ?? null,
    note: notes.join('\n\n'),
    sources: parts.flatMap((part) => (part?.part === 'source' ? [part.source] : [])),
    resolved: parts.flatMap((part) => (part?.part === 'resolved' ? [part.stamp] : []))[0] ?? null,
  };
}

/** The bodies of an item; a bare value, which the vocabulary allows for short, as the body that it stands for. */
function bodiesOf(item: JsonObject): readonly Json[] {
  const bare = textOf(item.bodyValue);
  return [...(bare === null ? [] : [{ type: 'TextualBody', value: bare }]), ...listOf(item.body)];
}

function partOf(body: Json): Part {
  if (typeof body === 'string') return { part: 'source', source: resourceOf(body, null) };
  if (!isObject(body)) return null;
  const value = textOf(body.value);
  const purposes = listOf(body.purpose);
  if (value === null) {
    const address = textOf(body.source) ?? textOf(body.id);
    return address === null ? null : { part: 'source', source: resourceOf(address, lineOf(body.selector)) };
  }
  if (purposes.includes('classifying') && isVerdict(value as Kind)) return { part: 'verdict', verdict: value as Verdict };
  if (purposes.includes('tagging')) return value === RESOLVED ? { part: 'resolved', stamp: stampOf(body) } : null;
  if (purposes.includes('identifying')) return { part: 'source', source: { kind: 'person', name: value } };
  return { part: 'note', note: value };
}

/** Who made a thing, and when. */
export function stampOf({ creator, created }: JsonObject): Stamp {
  const [who] = listOf(creator);
  const by = isObject(who) ? (textOf(who.name) ?? textOf(who.nickname) ?? textOf(who.id)) : textOf(who);
  return { by, at: textOf(created) };
}

const IS_ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

function resourceOf(address: string, line: number | null): Source {
  return IS_ADDRESS.test(address) ? { kind: 'link', url: address } : { kind: 'file', path: decoded(address), line };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The first line that a fragment names, from 1. */
function lineOf(selector: Json | undefined): number | null {
  for (const one of listOf(selector)) {
    const line = isObject(one) ? /^line=(\d{1,7})/.exec(textOf(one.value) ?? '')?.[1] : undefined;
    if (line !== undefined) return Number(line) + 1;
  }
  return null;
}

/** The name of a person who made something. */
export const creatorOf = (name: string): JsonObject => ({ type: 'Person', name });

const textual = (purpose: string, value: string): JsonObject => ({ type: 'TextualBody', purpose, format: 'text/plain', value });

function sourceBody(source: Source): JsonObject {
  if (source.kind === 'person') return textual('identifying', source.name);
  const resource = { type: 'SpecificResource', purpose: 'linking' };
  if (source.kind === 'link') return { ...resource, source: source.url };
  const address = source.path.split('/').map(encodeURIComponent).join('/');
  if (source.line === null) return { ...resource, source: address };
  const value = `line=${source.line - 1},${source.line}`;
  return { ...resource, source: address, selector: { type: 'FragmentSelector', conformsTo: LINES, value } };
}

function resolvedBody({ by, at }: Stamp): JsonObject {
  return { ...textual('tagging', RESOLVED), ...(by !== null && { creator: creatorOf(by) }), ...(at !== null && { created: at }) };
}

/** The motivation of an item of a kind, in the vocabulary's words. */
export const motivationOf = (kind: Kind): string => (isVerdict(kind) ? 'assessing' : kind === 'question' ? 'questioning' : 'commenting');

/** What an item's bodies are to say, where it differs from what they say. */
export type Saying = Partial<Pick<Annotation, 'kind' | 'note' | 'sources' | 'resolved'>>;

/**
 * The bodies of an item once they say something else: those that say it are put in the place of those that said it before, in the order verdict, note,
 * sources, settled; all others stay as they are, behind them.
 */
export function bodiesSaying(item: JsonObject, saying: Saying): readonly Json[] {
  const bodies = bodiesOf(item).map((body) => ({ body, part: partOf(body)?.part ?? null }));
  const of = (part: string): Json[] => bodies.flatMap((one) => (one.part === part ? [one.body] : []));
  const { kind, note, sources, resolved } = saying;
  const noted = kind === 'question' ? 'questioning' : 'commenting';
  return [
    ...(kind === undefined ? of('verdict') : isVerdict(kind) ? [textual('classifying', kind)] : []),
    ...(note === undefined ? of('note') : note.trim() === '' ? [] : [renoted(of('note'), noted, note)]),
    ...(sources === undefined ? of('source') : sources.map(sourceBody)),
    ...(resolved === undefined ? of('resolved') : resolved === null ? [] : [resolvedBody(resolved)]),
    ...bodies.flatMap((one) => (one.part === null ? [one.body] : [])),
  ];
}

/** A note in the body that held the one before, with whatever else that says of itself. */
function renoted([before]: readonly Json[], purpose: string, value: string): JsonObject {
  return isObject(before) ? { ...before, value } : textual(purpose, value);
}
