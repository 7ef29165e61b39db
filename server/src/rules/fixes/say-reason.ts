import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Fix } from '../rule';
import { stop } from './snippet';

/** Says behind the words of an unnamed source why it has no name. */
export function sayReason({ text }: Article, [, end]: Span): Fix {
  const reason = `, who asked not to be named because ${stop(1, 'the talks are not over')}`;
  const comma = text.charAt(end) === ',' ? '' : ',';
  return {
    title: 'Say why the source is not named',
    edits: [{ span: [end, end], text: `${reason}${comma}`, snippet: true }],
    preferred: false,
    safe: false,
  };
}
