import { KeyedWords } from '../language/keyed-words';
import { TAG_NAMES, type TagName, type Tags } from '../language/tags';
import { wordKey } from '../language/word-shapes';
import type { Tokens } from '../text/tokens';

/** What can make a sentence worth checking, in a reader's words; each is a reason `worth.…`. The position is the ground's number. */
export const GROUNDS = [
  'none',
  'number',
  'comparison',
  'superlative',
  'accusation',
  'cause',
  'change',
  'event',
  'decision',
  'date',
  'fact',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Words by what they make of a sentence; forms, not lemmas. Chosen by hand. */
const WORDS: Readonly<Partial<Record<Ground, string>>> = {
  number:
    'percent per cent million millions billion billions trillion thousand thousands hundred hundreds dozen dozens half twice double doubled triple tripled third quarter ' +
    'majority minority average rate number total dollars pounds euros cents',
  comparison:
    'than compared versus fewer less more higher lower larger smaller bigger better worse faster slower older younger greater equal exceeds exceeded outnumber',
  superlative:
    'most least largest biggest highest lowest greatest fastest slowest worst best oldest youngest longest shortest first last only never ever record unprecedented historic',
  accusation:
    'corruption corrupt bribe bribes bribed bribery fraud fraudulent illegal illegally unlawful unlawfully stole stolen steal theft lied lie lies liar falsified forged cheated ' +
    'misled embezzled laundered abused abuse assaulted assault raped rape murdered murder tortured torture killed killing attacked violated violation breached breach ' +
    'covered-up concealed smuggled blackmailed harassed harassment discriminated discrimination guilty crime crimes criminal misconduct negligence negligent plagiarised plagiarized scandal',
  cause:
    'because caused causes cause causing led leads leading resulted results resulting due owing therefore thanks triggered prompted forced fuelled fueled driven blamed consequence',
  change:
    'rose rise rises risen rising fell fall falls fallen falling grew grow grown growing increased increase increases increasing decreased decrease dropped drop drops declined decline ' +
    'declining jumped soared plunged surged climbed slumped shrank shrunk halved cut cuts raised reduced lost gained gain losses',
  event:
    'arrested charged convicted sentenced jailed sued fired sacked resigned died dead wounded injured elected appointed launched opened closed built bought sold paid spent invested ' +
    'signed ordered created won defeated invaded bombed withdrew deployed evacuated hired founded met agreed',
  decision:
    'voted vote votes passed vetoed approved rejected repealed enacted banned legalised legalized ruled law laws bill treaty amendment sanctions budget contract',
};

const DATES =
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday yesterday year years month months week weeks decade decades century ago since';

const numberOf = new Map<Ground, number>(GROUNDS.map((ground, i) => [ground, i]));
const byWord = new Map<string, number>();
for (const [ground, words] of [...Object.entries(WORDS), ['date', DATES] as const]) {
  for (const word of words.split(' ')) if (!byWord.has(word)) byWord.set(word, numberOf.get(ground as Ground) ?? 0);
}

const grounds = new KeyedWords(byWord);

const tagNumber = (name: TagName): number => TAG_NAMES.indexOf(name);
const [CD, JJR, JJS, RBR, RBS, MONEY] = (['CD', 'JJR', 'JJS', 'RBR', 'RBS', '$'] as const).map(tagNumber);
const FACTS = new Set((['VBD', 'VBZ', 'VBN', 'NNP', 'NNPS'] as const).map(tagNumber));
const LONGEST = 16;

const NUMBER = numberOf.get('number') ?? 0;
const DATE = numberOf.get('date') ?? 0;
const COMPARISON = numberOf.get('comparison') ?? 0;
const SUPERLATIVE = numberOf.get('superlative') ?? 0;
const FACT = numberOf.get('fact') ?? 0;

/** What token `i` makes of its sentence: an index into `GROUNDS`. `key`: the word's, where it is known. */
export function groundAt(tokens: Tokens, tags: Tags, i: number, key?: number): number {
  const start = tokens.start[i] ?? 0;
  const length = (tokens.end[i] ?? 0) - start;
  const first = tokens.text.charCodeAt(start);
  if (first >= 0x30 && first <= 0x39) return isYear(tokens.text, start, length) ? DATE : NUMBER;
  if (length > 2 && length <= LONGEST) {
    const known = grounds.of(key ?? wordKey(tokens.text, start, start + length));
    if (known !== 0) return known;
  }
  const tag = tags[i];
  if (tag === CD || tag === MONEY || first === 0x25) return NUMBER;
  if (tag === JJR || tag === RBR) return COMPARISON;
  if (tag === JJS || tag === RBS) return SUPERLATIVE;
  return tag !== undefined && FACTS.has(tag) ? FACT : 0;
}

/** 1500 … 2099 */
function isYear(text: string, start: number, length: number): boolean {
  if (length !== 4) return false;
  for (let k = 1; k < 4; k++) if (!isDigit(text.charCodeAt(start + k))) return false;
  const [first, second] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  return first === 0x31 ? second >= 0x35 : first === 0x32 && second === 0x30;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
