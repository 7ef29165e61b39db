import { withoutStops } from '../../../server/src/features/fix-edit';
import type { Fix } from '../../../server/src/rules/rule';

/** The text with a fix applied; `fill` gives the words for each stop's placeholder. */
export function applied(text: string, { edits }: Fix, fill: (snippet: string) => string = withoutStops): string {
  let result = text;
  for (const { span, text: replacement, snippet } of [...edits].sort((a, b) => b.span[0] - a.span[0])) {
    result = result.slice(0, span[0]) + (snippet ? fill(replacement) : replacement) + result.slice(span[1]);
  }
  return result;
}

/** Fills the stops of a snippet as a writer would. */
export const filledIn = (snippet: string): string =>
  withoutStops(
    snippet
      .replace(/\$\{\d+:(?:source|speaker|name and role)\}/g, 'the harbour master, Ida Brekke')
      .replace(/\$\{\d+:(?:Source|Speaker|Name and role)\}/g, 'The harbour master, Ida Brekke')
      .replace(/\$\{\d+:name\}/g, 'Ida Brekke')
      .replace(/\$\{\d+:https:\/\/\}/g, 'https://harbour.example/log'),
  );
