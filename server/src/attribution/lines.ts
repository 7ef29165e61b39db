import type { Mention } from './mentions';
import type { Sources } from './sources';
import type { PlacedBlock } from './speakers';

/** A mention and what stands around it, as far as the block alone tells. Other mentions are meant by their index. */
export interface Line {
  readonly mention: Mention;
  /** It is the source of an attribution. */
  readonly source: boolean;
  /** The mentions that it stands inside: "[his] lawyer". */
  readonly inside: readonly number[];
  /** For a relative pronoun, the mentions just before it, with only a comma or nothing between: "Ana Ruiz, [who] …". */
  readonly behind: readonly number[];
  /** The words from the mention before it to its end, where "and" joins the two: "Ana and Luis Ruiz". */
  readonly joined: string | null;
  /** A name that the description before it is said to be: "The boy with the candles is [Theo]". */
  readonly told: boolean;
  /** The words of its role. */
  readonly office: string | null;
  /** For a quoted pronoun, the name of whoever says the words that it stands in. */
  readonly speaker: Mention | null;
  /** For a pronoun of the writer's own words, the mention before it of whoever is said to say them ("Ruiz said [she] …"), or -1. */
  readonly sayer: number;
}

const NO_PLACES: readonly number[] = [];

/** What stands around each mention of a block. Linear. */
export function linesOf({ mentions, tokens }: PlacedBlock, sources: Sources): Line[] {
  /** How far the mentions reach, up to each. */
  const reach = new Float64Array(mentions.length);
  return mentions.map((mention, m): Line => {
    const { span, pronoun, form, quoted, role } = mention;
    const before = mentions[m - 1];
    reach[m] = Math.max(span[1], reach[m - 1] ?? 0);
    const source = sources.head[sources.within[m] ?? -1] ?? -1;
    const third = pronoun?.person === 3;
    const speaker = third && quoted ? mentions[source] : undefined;
    return {
      mention,
      source: sources.isSource[m] === 1,
      inside: earlier(mentions, reach, m, span[1], (end) => end >= span[1]),
      behind:
        pronoun?.use === 'relative'
          ? earlier(mentions, reach, m, span[0] - 2, (end) => end >= span[0] - 2 && end <= span[0] && isJoint(tokens.text, end, span[0]))
          : NO_PLACES,
      joined: before && isJoined(tokens.text, before, mention) ? tokens.text.slice(before.span[0], span[1]) : null,
      told: before !== undefined && form === 'name' && isSaidToBe(tokens.text, before, mention),
      office: role && tokens.text.slice(role[0], role[1]),
      speaker: speaker?.form === 'name' ? speaker : null,
      sayer: form === 'pronoun' && !quoted && source < m ? source : -1,
    };
  });
}

/** How many mentions before one may hold it. */
const NESTED = 32;

/** Those before mention `m` whose end meets `condition`; none that ends before `least` does. Mentions are short and nest little, so this looks at few. */
function earlier(
  mentions: readonly Mention[],
  reach: Float64Array,
  m: number,
  least: number,
  condition: (end: number) => boolean,
): readonly number[] {
  let found: number[] | undefined;
  for (let j = m - 1; j >= Math.max(0, m - NESTED) && (reach[j] ?? 0) >= least; j--) {
    if (!condition(mentions[j]?.span[1] ?? -1)) continue;
    found ??= [];
    found.push(j);
  }
  return found ?? NO_PLACES;
}

/** Whether only white space or a comma stands between the two places. */
const isJoint = (text: string, end: number, start: number): boolean => /^,?\s*$/.test(text.slice(end, start));

function isJoined(text: string, before: Mention, mention: Mention): boolean {
  const gap = mention.span[0] - before.span[1];
  return gap >= 3 && gap <= 5 && /^ (?:and|&) $/.test(text.slice(before.span[1], mention.span[0]));
}

function isSaidToBe(text: string, before: Mention, name: Mention): boolean {
  if (before.opening !== 'definite' || before.form === 'document' || before.number === 'plural' || name.titled) return false;
  const gap = name.span[0] - before.span[1];
  return (gap === 4 || gap === 5) && /^ (?:is|was) $/.test(text.slice(before.span[1], name.span[0]));
}
