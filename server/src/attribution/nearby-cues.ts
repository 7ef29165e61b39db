import { type Tokens, tokenText } from '../text/tokens';
import { cueVerb } from './cue-verbs';

/** Words that report besides the cue verbs, or that speak of words. */
const SAYS = new Set(
  (
    'according calling referred referring refers describing branded branding labelled labeled deemed uttered mouthed jeered using used ' +
    'phrase words word term'
  ).split(' '),
);

/** Where the reporting verbs of a block stand; found once a block, and only when a quote asks. */
export class NearbyCues {
  #nearest: { readonly before: Uint8Array; readonly after: Uint8Array } | null = null;

  constructor(private readonly tokens: Tokens) {}

  /** Whether a reporting verb stands in the sentence around the tokens `[from, to)`, outside of them. */
  around(from: number, to: number): boolean {
    this.#nearest ??= find(this.tokens);
    return this.#nearest.before[from] === 1 || this.#nearest.after[to] === 1;
  }
}

function find(tokens: Tokens) {
  const { length } = tokens;
  const before = new Uint8Array(length + 1);
  const after = new Uint8Array(length + 1);
  const cues = new Uint8Array(length);
  for (let t = 0; t < length; t++) {
    const stops = endsSentence(tokens, t);
    cues[t] = !stops && reports(tokenText(tokens, t).toLowerCase()) ? 1 : 0;
    before[t + 1] = stops ? 0 : (before[t] ?? 0) | (cues[t] ?? 0);
  }
  for (let t = length - 1; t >= 0; t--) after[t] = endsSentence(tokens, t) ? 0 : (after[t + 1] ?? 0) | (cues[t] ?? 0);
  return { before, after };
}

function reports(word: string): boolean {
  const uses = cueVerb(word)?.uses;
  return SAYS.has(word) || uses?.has('quote') === true || uses?.has('object') === true;
}

function endsSentence({ text, start, end }: Tokens, t: number): boolean {
  const code = text.charCodeAt(start[t] ?? 0);
  return (code === 0x2e || code === 0x3f || code === 0x21) && (end[t] ?? 0) - (start[t] ?? 0) === 1;
}
