import type { Span } from '../../text/span';
import type { Fix } from '../rule';
import { stop } from './snippet';

/** A sentence after a claim that says who else knows it. */
export const sayConfirmed = ([, end]: Span): Fix => ({
  title: 'Say who confirmed it',
  edits: [{ span: [end, end], text: ` ${stop(1, 'A second person')} confirmed this.`, snippet: true }],
  preferred: true,
  safe: false,
});
