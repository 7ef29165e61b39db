import type { Tags } from '../language/tags';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import type { Tokens } from '../text/tokens';
import type { Quote } from './quotes';

/** What a speaker is. */
export type EntityKind = 'person' | 'organization' | 'document' | 'anonymous' | 'group';

/** How a mention names its speaker. *name*: "Sergey Lavrov", "Lavrov", "RT"; *role*: "the minister"; *pronoun*: "he"; *unnamed*: "a source", "two officials"; *document*: "the report". */
export type MentionForm = 'name' | 'role' | 'pronoun' | 'unnamed' | 'document';

/** Words of a block that stand for somebody or something that could speak. Spans are relative to the block. */
export interface Mention {
  /** The whole phrase, with title, role and apposition before the name ("Russian Foreign Minister Sergey Lavrov"). */
  readonly span: Span;
  readonly form: MentionForm;
  /** What kind of speaker it looks like by itself; null where only the article can tell ("it", a bare name). */
  readonly kind: EntityKind | null;
  /** The name in it, without title and role; null where it has none. */
  readonly name: Span | null;
  /** The role or title in it ("Russian Foreign Minister"); null where it has none. */
  readonly role: Span | null;
  readonly number: 'singular' | 'plural';
  /** By pronoun, title or given name; null where nothing tells. */
  readonly gender: 'female' | 'male' | null;
  /** Inside quotation marks: somebody else's words. */
  readonly quoted: boolean;
}

/** The mentions of one block, in order of their start; the outermost phrase only, except for names inside a longer description. */
export function findMentions(_tokens: Tokens, _tags: Tags, _sentences: readonly Sentence[], _quotes: readonly Quote[]): Mention[] {
  return [];
}
